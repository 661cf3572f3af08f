import { THEMES } from '../../../../plugins/attendance/protocol/settings/appearance';
import { useTexts } from '../../i18n/useTexts';
import { TextField } from '../fields';
import { FieldGrid, Panel } from '../Panel';
import { PictureField } from '../parts/PictureField';
import { Segments } from '../parts/Segments';
import { ColourField } from './ColourField';
import type { AppearancePanelProps } from './appearance-panel';

/** Settings of name, colour, theme, logo and the agents' picture. */
export function BrandPanel({ onAppearance, onShow, problems, site: { appearance } }: AppearancePanelProps) {
  const t = useTexts();
  return (
    <Panel title={t('settings.appearance.brand')}>
      <TextField
        label={t('settings.appearance.company')}
        hint={t('settings.appearance.company.hint')}
        error={problems.has('appearance.companyName') ? t('settings.required') : undefined}
        value={appearance.companyName}
        maxLength={60}
        onChange={(companyName) => onAppearance({ companyName })}
      />
      <ColourField value={appearance.colour} onChange={(colour) => onAppearance({ colour })} />
      <Segments
        label={t('settings.appearance.theme')}
        options={THEMES.map((value) => ({ value, label: t(`settings.appearance.theme.${value}`) }))}
        value={appearance.theme}
        onChange={(theme) => onAppearance({ theme })}
      />
      <FieldGrid>
        <PictureField
          label={t('settings.appearance.logo')}
          hint={t('settings.appearance.logo.hint')}
          value={appearance.logo}
          onChange={(logo) => {
            onAppearance({ logo });
            onShow('home');
          }}
        />
        <PictureField
          label={t('settings.appearance.agentAvatar')}
          hint={t('settings.appearance.agentAvatar.hint')}
          value={appearance.agentAvatar}
          onChange={(agentAvatar) => {
            onAppearance({ agentAvatar });
            onShow('chat');
          }}
        />
      </FieldGrid>
    </Panel>
  );
}
