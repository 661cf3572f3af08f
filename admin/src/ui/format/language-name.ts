/** Returns a language's name: "português (Brasil)" for "pt-BR"; the tag itself where the browser does not know it. */
export function languageName(tag: string, locale: string): string {
  if (tag === '') return '';
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
