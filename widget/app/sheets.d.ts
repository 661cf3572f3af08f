/** A stylesheet as text: made a sheet by script, with the part of the panel that needs it (see build.mjs). */
declare module '*.sheet.css' {
  const text: string;
  export default text;
}

/** Bundled beside the script, and linked by the frame's page. */
declare module '*/panel.css';
