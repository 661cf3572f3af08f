import type { Locale } from '../../../plugins/attendance/protocol/entities';
import { texts as portuguese } from './pt-BR';
import type { Texts } from './texts';

/** Portuguese is in the bundle; another language is one more small file, fetched before the first screen. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  switch (locale) {
    case 'pt-BR':
      return portuguese;
    case 'en':
      return (await import('./en')).texts;
    case 'es':
      return (await import('./es')).texts;
  }
}
