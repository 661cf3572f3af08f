import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { formatBytes } from '../../../../plugins/attendance/files/check-file';
import type { AttachmentUsage } from '../../../../plugins/attendance/protocol/attachments/attachments';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { BoundedField } from '../BoundedField';
import { useLoaded } from '../data/useLoaded';
import { FieldGrid, Panel } from '../Panel';
import { gigabytesOf, megabytesIn, ROOM } from './megabytes';

interface RoomPanelProps {
  readonly quotaMegabytes: number;
  readonly onChange: (quotaMegabytes: number) => void;
}

/** Settings of the space for all files, with the share in use [Z113]. */
export function RoomPanel({ onChange, quotaMegabytes }: RoomPanelProps) {
  const t = useTexts();
  const [usage] = useLoaded('/attendance/attachment-usage');
  return (
    <Panel title={t('settings.files.room')} hint={t('settings.files.quota.hint')}>
      {usage.state === 'ready' && <Used {...usage.data} />}
      <FieldGrid>
        <BoundedField
          label={t('settings.files.quota')}
          hint=""
          unit={t('settings.unit.gigabytes')}
          min={ROOM.min}
          max={ROOM.max}
          value={gigabytesOf(quotaMegabytes)}
          onChange={(gigabytes) => onChange(megabytesIn(gigabytes))}
        />
      </FieldGrid>
    </Panel>
  );
}

/** Share in use from which a warning is shown; the server logs one too. */
const NEARLY_FULL = 0.8;

function Used({ quotaBytes, usedBytes }: AttachmentUsage) {
  const t = useTexts();
  const locale = useLocale();
  const share = usedBytes / quotaBytes;
  const level = share >= 1 ? 'full' : share >= NEARLY_FULL ? 'near' : 'fine';
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const used = t('settings.files.used', {
    used: formatBytes(usedBytes, locale),
    quota: formatBytes(quotaBytes, locale),
    share: percent.format(Math.min(share, 1)),
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography>{used}</Typography>
      <Box background="neutral200" hasRadius overflow="hidden" aria-hidden>
        <Bar $level={level} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </Box>
      {level !== 'fine' && (
        <Typography
          role="status"
          variant="pi"
          fontWeight="bold"
          textColor={level === 'full' ? 'danger700' : 'warning700'}
        >
          {t(`settings.files.${level}`)}
        </Typography>
      )}
    </Flex>
  );
}

const COLOURS = { fine: 'primary600', near: 'warning500', full: 'danger600' } as const;

const Bar = styled.div<{ readonly $level: keyof typeof COLOURS }>`
  height: 8px;
  min-width: 2px;
  background: ${({ $level, theme }) => theme.colors[COLOURS[$level]]};
`;
