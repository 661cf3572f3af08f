import type { Locale } from '../../../../plugins/attendance/protocol/scalars';
import type { FormTexts } from './form-texts';
import { formTexts as portuguese } from './pt-BR';

/** Portuguese comes with the forms; another language is one more small file. */
export async function loadFormTexts(locale: Locale): Promise<FormTexts> {
  switch (locale) {
    case 'pt-BR':
      return portuguese;
    case 'en':
      return (await import('./en')).formTexts;
    case 'es':
      return (await import('./es')).formTexts;
  }
}
