import { Typography } from '@strapi/design-system';

import type { HoursSettings } from '../../../../plugins/attendance/protocol/settings/hours';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { useOpenState } from './useOpenState';

interface NowLineProps {
  readonly hours: HoursSettings;
  readonly isDirty: boolean;
}

/** Line on whether the company is open now by the stored hours, by the company's own clock. */
export function NowLine({ hours, isDirty }: NowLineProps) {
  const t = useTexts();
  const locale = useLocale();
  const { changesAt, isOpen } = useOpenState(hours);
  const when =
    changesAt === null
      ? ''
      : new Intl.DateTimeFormat(locale, {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: hours.timeZone,
        }).format(changesAt);
  const words = !hours.isOn
    ? t('settings.hours.now.always')
    : isOpen
      ? t(changesAt === null ? 'settings.hours.now.openLong' : 'settings.hours.now.open', { when })
      : t(changesAt === null ? 'settings.hours.now.never' : 'settings.hours.now.closed', { when });
  return (
    <Typography variant="epsilon" textColor="neutral600">
      {t('settings.hours.now')}: {words}. {isDirty && t('settings.hours.now.unsaved')}
    </Typography>
  );
}
