import { lazyTexts } from '../i18n/lazy-texts';
import { texts } from '../i18n/pt-BR/call';

export const loadCallTexts = lazyTexts(texts, {
  en: () => import('../i18n/en/call'),
  es: () => import('../i18n/es/call'),
});
