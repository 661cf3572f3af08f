import { Typography } from '@strapi/design-system';

import { useTexts } from '../../i18n/useTexts';
import { ChannelsField } from '../fields';
import { Panel } from '../Panel';
import type { AppearancePanelProps } from './appearance-panel';

/** Settings of the channels offered to visitors; one that is off is not offered. */
export function ChannelsPanel({ onChange, onShow, problems, site }: AppearancePanelProps) {
  const t = useTexts();
  return (
    <div onFocus={() => onShow('home')}>
      <Panel title={t('settings.sites.channels')} hint={t('settings.appearance.channels.hint')}>
        <ChannelsField
          label={t('settings.appearance.channels.offered')}
          value={site.channels}
          onChange={(channels) => onChange({ channels: [...channels] })}
        />
        {problems.has('channels') && (
          <Typography role="alert" variant="pi" textColor="danger600">
            {t('settings.appearance.channels.none')}
          </Typography>
        )}
      </Panel>
    </div>
  );
}
