/**
 * Adopts the style sheet of a part that was fetched late. A script constructs it, for the frame's content security policy allows
 * no style elements.
 */
export function adoptStyles(sheet: string): void {
  const made = new CSSStyleSheet();
  made.replaceSync(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
}
