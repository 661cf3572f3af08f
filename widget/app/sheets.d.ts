/** A stylesheet as text: a script adopts it together with the part of the panel that needs it (see build.mjs). */
declare module '*.sheet.css' {
  const text: string;
  export default text;
}

/** The panel's stylesheet, bundled beside the script and linked by the frame's page. */
declare module '*/panel.css';
