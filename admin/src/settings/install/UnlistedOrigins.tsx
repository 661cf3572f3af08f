import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Plus, WarningCircle } from '@strapi/icons';

import type { Sighting, SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import type { Outcome } from '../../strapi/request';
import { send } from '../data/send';
import { SaveStatus } from '../SaveStatus';
import { toUpdate } from '../chosen-site/site-draft';
import { SeenAt } from './SeenAt';
import { Row } from './SightingRow';

interface UnlistedOriginsProps {
  readonly site: SiteSettings;
  readonly unlisted: readonly Sighting[];
  /** Reads the site again: once an origin is allowed, or when somebody else has changed the site. */
  readonly onReload: () => void;
}

/**
 * Origins whose pages have the snippet, and show nothing: what a stranger to the product does first. One press allows
 * them.
 */
export function UnlistedOrigins({ onReload, site, unlisted }: UnlistedOriginsProps) {
  const t = useTexts();
  const [allowing, setAllowing] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome<SiteSettings> | null>(null);
  const allow = async (origin: string): Promise<void> => {
    setAllowing(origin);
    const update = toUpdate({ ...site, origins: [...site.origins, origin] });
    const saved = await send<SiteSettings>('put', `/attendance/sites/${site.id}`, update);
    setAllowing(null);
    setOutcome(saved);
    if (saved.ok) onReload();
  };
  return (
    <div>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('settings.install.unlisted')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('settings.install.unlisted.hint')}
      </Typography>
      <ul aria-label={t('settings.install.unlisted')}>
        {unlisted.map(({ origin, seenAt }) => (
          <Row key={origin}>
            <WarningCircle aria-hidden width={16} height={16} fill="warning600" />
            <Typography textColor="neutral800">{origin}</Typography>
            <Typography textColor="neutral600">
              <SeenAt seenAt={seenAt} words="settings.install.unlisted.asked" />
            </Typography>
            <Button
              variant="secondary"
              size="S"
              startIcon={<Plus aria-hidden />}
              loading={allowing === origin}
              onClick={() => void allow(origin)}
            >
              {t('settings.install.unlisted.allow', { origin: origin.replace(/^https?:\/\//, '') })}
            </Button>
          </Row>
        ))}
      </ul>
      <SaveStatus outcome={outcome} onReload={onReload} />
    </div>
  );
}
