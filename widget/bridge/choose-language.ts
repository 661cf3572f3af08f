export type Language = 'pt' | 'en' | 'es';

/**
 * The first wish that is served: the snippet's, then the browser's languages in their order, then the site's own, which always is.
 * The beginning of a tag decides: `es-MX` is Spanish, and `pt-PT` gets the Portuguese there is. Loader and frame share this rule.
 */
export function chooseLanguage(wishes: readonly (string | undefined)[]): Language {
  const [language] = /\b(pt|en|es)/.exec(wishes.join()) as RegExpExecArray;
  return language as Language;
}
