import type { Locale } from '../choices';

/** The same text in each language; an empty one falls back to the site's default language. */
export type Localized = Readonly<Record<Locale, string>>;

export const EMPTY_LOCALIZED: Localized = { 'pt-BR': '', en: '', es: '' };

/** In this language, else in the site's own, else in whichever there is. */
export function localized(text: Localized, locale: Locale, fallback: Locale): string {
  return text[locale] || text[fallback] || Object.values(text).find(Boolean) || '';
}

export function isUnsaid(text: Localized): boolean {
  return Object.values(text).every((words) => words === '');
}
