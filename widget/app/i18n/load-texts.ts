import type { Locale } from '../../../plugins/attendance/protocol/entities';
import type { Language } from '../../bridge/choose-language';
import { texts as portuguese } from './pt-BR';
import type { Texts } from './texts';

export const LOCALE_OF: Readonly<Record<Language, Locale>> = { pt: 'pt-BR', en: 'en', es: 'es' };

/** Portuguese is in the bundle; another language is one more small file, fetched before the first screen. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'pt':
      return portuguese;
    case 'en':
      return (await import('./en')).texts;
    case 'es':
      return (await import('./es')).texts;
  }
}
