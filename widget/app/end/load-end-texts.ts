import { lazyTexts } from '../i18n/lazy-texts';
import { texts } from '../i18n/pt-BR/end';

export const loadEndTexts = lazyTexts(texts, {
  en: () => import('../i18n/en/end'),
  es: () => import('../i18n/es/end'),
});
