import type { Locale } from '../../../../plugins/attendance/protocol/entities';
import type { EndTexts } from './end-texts';
import { endTexts as portuguese } from './pt-BR';

/** Portuguese comes with the part; another language is one more small file. */
export async function loadEndTexts(locale: Locale): Promise<EndTexts> {
  switch (locale) {
    case 'pt-BR':
      return portuguese;
    case 'en':
      return (await import('./en')).endTexts;
    case 'es':
      return (await import('./es')).endTexts;
  }
}
