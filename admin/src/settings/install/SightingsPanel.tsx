import { Button, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, Clock } from '@strapi/icons';
import { styled } from 'styled-components';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import { useOwnClockText } from '../../ui/useNow';
import { Panel } from '../Panel';
import { formatRelative } from '../../ui/format/relative-time';
import { SeenAt } from './SeenAt';
import { Row } from './SightingRow';
import { UnlistedOrigins } from './UnlistedOrigins';
import { useSightings } from './useSightings';

const Mark = styled.span<{ readonly $isSeen: boolean }>`
  display: grid;
  color: ${({ $isSeen, theme }) => ($isSeen ? shade('success')({ theme }) : theme.colors.neutral500)};
`;

interface SightingsPanelProps {
  readonly site: SiteSettings;
  readonly onReload: () => void;
}

/**
 * Shows for each allowed site whether the widget is alive there, with a button to fetch it again; and the sites that asked
 * without being allowed.
 */
export function SightingsPanel({ onReload, site }: SightingsPanelProps) {
  const t = useTexts();
  const { ask, askedAt, hasFailed, isAsking, seen, unlisted } = useSightings(site);
  return (
    <Panel
      title={t('settings.install.sightings')}
      hint={t('settings.install.sightings.hint')}
      action={
        <Button
          variant="secondary"
          size="S"
          startIcon={<ArrowClockwise aria-hidden />}
          loading={isAsking}
          onClick={ask}
        >
          {t('settings.install.again')}
        </Button>
      }
    >
      {site.origins.length === 0 ? (
        <Typography textColor="neutral600">{t('settings.sites.noOrigins')}</Typography>
      ) : (
        <ul aria-label={t('settings.install.sightings')}>
          {site.origins.map((origin) => (
            <OriginRow
              key={origin}
              origin={origin}
              seenAt={seen.find((each) => each.origin === origin)?.seenAt ?? null}
            />
          ))}
        </ul>
      )}
      {unlisted.length > 0 && <UnlistedOrigins site={site} unlisted={unlisted} onReload={onReload} />}
      <Typography aria-live="polite" variant="pi" textColor={hasFailed ? 'danger600' : 'neutral600'}>
        {hasFailed ? t('settings.failed') : askedAt !== null && <AskedAt at={askedAt} />}
      </Typography>
    </Panel>
  );
}

/** Time of the last check by the browser's own clock, which it was taken with. */
function AskedAt({ at }: { readonly at: number }) {
  const t = useTexts();
  const locale = useLocale();
  const age = useOwnClockText((now) => formatRelative(at, now, locale));
  return <>{t('settings.install.asked', { age })}</>;
}

function OriginRow({ origin, seenAt }: { readonly origin: string; readonly seenAt: number | null }) {
  const isSeen = seenAt !== null;
  const Icon = isSeen ? CheckCircle : Clock;
  return (
    <Row>
      <Mark $isSeen={isSeen}>
        <Icon aria-hidden width={16} height={16} />
      </Mark>
      <Typography textColor="neutral800">{origin}</Typography>
      <Typography textColor="neutral600">
        <SeenAt seenAt={seenAt} />
      </Typography>
    </Row>
  );
}
