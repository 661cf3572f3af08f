import { lazyTexts } from './lazy-texts';
import { texts } from './pt-BR/panel';

export const loadTexts = lazyTexts(texts, {
  en: () => import('./en/panel'),
  es: () => import('./es/panel'),
});
