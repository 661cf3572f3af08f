import type { Locale } from '../../../../plugins/attendance/protocol/entities';
import type { FileTexts } from './file-texts';
import { fileTexts as portuguese } from './pt-BR';

/** Portuguese comes with files; another language is one more small file. */
export async function loadFileTexts(locale: Locale): Promise<FileTexts> {
  switch (locale) {
    case 'pt-BR':
      return portuguese;
    case 'en':
      return (await import('./en')).fileTexts;
    case 'es':
      return (await import('./es')).fileTexts;
  }
}
