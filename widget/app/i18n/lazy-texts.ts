import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';

/**
 * Returns what resolves with the words of a language. Portuguese comes with the code that shows it; another language is one more
 * small file, fetched once it is asked for.
 */
export function lazyTexts<Texts>(
  portuguese: Texts,
  others: Readonly<Record<Exclude<Locale, 'pt-BR'>, () => Promise<{ readonly texts: Texts }>>>,
): (locale: Locale) => Promise<Texts> {
  return async (locale) => (locale === 'pt-BR' ? portuguese : (await others[locale]()).texts);
}
