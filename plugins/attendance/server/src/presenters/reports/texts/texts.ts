import type { Locale } from '../../../../../protocol/shared/choices';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import type { ExportTexts } from './export-texts';
import { PORTUGUESE } from './pt-BR';

export const EXPORT_TEXTS: Readonly<Record<Locale, ExportTexts>> = {
  'pt-BR': PORTUGUESE,
  en: ENGLISH,
  es: SPANISH,
};
