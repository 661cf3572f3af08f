import { Button, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, Clock } from '@strapi/icons';
import { styled } from 'styled-components';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/site';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { shade } from '../../look/surfaces';
import { useOwnClockText } from '../../look/useNow';
import { Panel } from '../Panel';
import { formatRelative } from '../../look/relative-time';
import { SeenAt } from './SeenAt';
import { useSightings } from './useSightings';

const Row = styled.li`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  padding: 12px 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};

  &:first-child {
    border-top: 0;
  }
  > :nth-child(2) {
    flex: 1 1 200px;
    overflow-wrap: anywhere;
  }
`;

const Mark = styled.span<{ readonly $isSeen: boolean }>`
  display: grid;
  color: ${({ $isSeen, theme }) => ($isSeen ? shade('success')({ theme }) : theme.colors.neutral500)};
`;

/** For each allowed site, whether the widget is alive there; asked again by a button. */
export function SightingsPanel({ site }: { readonly site: SiteSettings }) {
  const t = useTexts();
  const { ask, askedAt, hasFailed, isAsking, seen } = useSightings(site);
  return (
    <Panel
      title={t('install.sightings')}
      hint={t('install.sightings.hint')}
      action={
        <Button
          variant="secondary"
          size="S"
          startIcon={<ArrowClockwise aria-hidden />}
          loading={isAsking}
          onClick={ask}
        >
          {t('install.again')}
        </Button>
      }
    >
      {site.origins.length === 0 ? (
        <Typography textColor="neutral600">{t('sites.noOrigins')}</Typography>
      ) : (
        <ul aria-label={t('install.sightings')}>
          {site.origins.map((origin) => (
            <OriginRow
              key={origin}
              origin={origin}
              seenAt={seen.find((each) => each.origin === origin)?.seenAt ?? null}
            />
          ))}
        </ul>
      )}
      <Typography aria-live="polite" variant="pi" textColor={hasFailed ? 'danger600' : 'neutral600'}>
        {hasFailed ? t('settings.failed') : askedAt !== null && <AskedAt at={askedAt} />}
      </Typography>
    </Panel>
  );
}

/** By the browser's own clock, which the asking was looked at by too. */
function AskedAt({ at }: { readonly at: number }) {
  const t = useTexts();
  const locale = useLocale();
  const age = useOwnClockText((now) => formatRelative(at, now, locale));
  return <>{t('install.asked', { age })}</>;
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
