/** Adopts a late part's style sheet, by script: the frame's content security policy allows no style elements. */
export function adoptStyles(sheet: string): void {
  const made = new CSSStyleSheet();
  made.replaceSync(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
}
