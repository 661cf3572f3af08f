/** The panel's surfaces in panel.css, against which the accent is made readable. */
export const SURFACE = { light: '#ffffff', dark: '#16181d' };
