import type { Locale } from '../choices';

/** Text in each language; an empty one falls back to the site's default language. */
export type Localized = Readonly<Record<Locale, string>>;

export const EMPTY_LOCALIZED: Localized = { 'pt-BR': '', en: '', es: '' };

/** Returns the text in this language, else in the site's default, else in any that has one. */
export function localized(text: Localized, locale: Locale, fallback: Locale): string {
  return text[locale] || text[fallback] || Object.values(text).find(Boolean) || '';
}

export function isUnsaid(text: Localized): boolean {
  return Object.values(text).every((words) => words === '');
}
