import type { Locale } from '../../../../plugins/attendance/protocol/entities';
import type { CallTexts } from './call-texts';
import { callTexts as portuguese } from './pt-BR';

/** Portuguese comes with calls; another language is one more small file. */
export async function loadCallTexts(locale: Locale): Promise<CallTexts> {
  switch (locale) {
    case 'pt-BR':
      return portuguese;
    case 'en':
      return (await import('./en')).callTexts;
    case 'es':
      return (await import('./es')).callTexts;
  }
}
