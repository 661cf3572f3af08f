import { Typography } from '@strapi/design-system';

import { useTexts } from '../../i18n/useTexts';
import { ChannelsField } from '../fields';
import { Panel } from '../Panel';
import type { LookPanelProps } from './look-panel';

/** How visitors may talk to the company; what is off is not offered. */
export function ChannelsPanel({ onChange, onShow, problems, site }: LookPanelProps) {
  const t = useTexts();
  return (
    <div onFocus={() => onShow('home')}>
      <Panel title={t('site.channels')} hint={t('look.channels.hint')}>
        <ChannelsField
          label={t('look.channels.offered')}
          value={site.channels}
          onChange={(channels) => onChange({ channels: [...channels] })}
        />
        {problems.has('channels') && (
          <Typography role="alert" variant="pi" textColor="danger600">
            {t('look.channels.none')}
          </Typography>
        )}
      </Panel>
    </div>
  );
}
