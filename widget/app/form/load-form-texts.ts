import { lazyTexts } from '../i18n/lazy-texts';
import { texts } from '../i18n/pt-BR/form';

export const loadFormTexts = lazyTexts(texts, {
  en: () => import('../i18n/en/form'),
  es: () => import('../i18n/es/form'),
});
