import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';

/**
 * Returns a function that loads the texts of a language. Portuguese comes with the code that shows it; another language is one
 * more small file, fetched when it is first asked for.
 */
export function lazyTexts<Texts>(
  portuguese: Texts,
  others: Readonly<Record<Exclude<Locale, 'pt-BR'>, () => Promise<{ readonly texts: Texts }>>>,
): (locale: Locale) => Promise<Texts> {
  return async (locale) => (locale === 'pt-BR' ? portuguese : (await others[locale]()).texts);
}
