import { lazyTexts } from '../i18n/lazy-texts';
import { texts } from '../i18n/pt-BR/files';

export const loadFileTexts = lazyTexts(texts, {
  en: () => import('../i18n/en/files'),
  es: () => import('../i18n/es/files'),
});
