import type { WidgetText } from '../../../../plugins/attendance/protocol/settings/appearance';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { texts as formEn } from '../../../../widget/app/i18n/en/form';
import { texts as formEs } from '../../../../widget/app/i18n/es/form';
import { texts as formPtBR } from '../../../../widget/app/i18n/pt-BR/form';
import { texts as en } from '../../../../widget/app/i18n/en/panel';
import { texts as es } from '../../../../widget/app/i18n/es/panel';
import { texts as ptBR } from '../../../../widget/app/i18n/pt-BR/panel';

const TEXTS = { 'pt-BR': { ...ptBR, ...formPtBR }, en: { ...en, ...formEn }, es: { ...es, ...formEs } };

/** Returns the widget's own text, used where a site has none; empty where the widget then shows nothing. */
export function ownText(name: Exclude<WidgetText, 'launcherText'>, locale: Locale): string {
  const texts = TEXTS[locale];
  switch (name) {
    case 'greeting':
      return texts.greeting;
    case 'offlineTitle':
      return texts.offlineTitle;
    case 'offline':
      return texts.offlineText;
    case 'outsideHours':
      return texts.outsideHoursText;
    case 'queue':
    case 'ended':
      return '';
  }
}
