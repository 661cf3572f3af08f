import { THEMES } from '../../../../plugins/attendance/protocol/appearance';
import { useTexts } from '../../i18n/useTexts';
import { TextField } from '../fields';
import { FieldGrid, Panel } from '../Panel';
import { PictureField } from '../parts/PictureField';
import { Segments } from '../parts/Segments';
import { ColourField } from './ColourField';
import type { LookPanelProps } from './look-panel';

/** Name, colour, theme, logo and the agents' picture. */
export function BrandPanel({ onLook, onShow, problems, site: { appearance } }: LookPanelProps) {
  const t = useTexts();
  return (
    <Panel title={t('look.brand')}>
      <TextField
        label={t('site.company')}
        hint={t('look.company.hint')}
        error={problems.has('appearance.companyName') ? t('look.required') : undefined}
        value={appearance.companyName}
        maxLength={60}
        onChange={(companyName) => onLook({ companyName })}
      />
      <ColourField value={appearance.colour} onChange={(colour) => onLook({ colour })} />
      <Segments
        label={t('look.theme')}
        options={THEMES.map((value) => ({ value, label: t(`look.theme.${value}`) }))}
        value={appearance.theme}
        onChange={(theme) => onLook({ theme })}
      />
      <FieldGrid>
        <PictureField
          label={t('look.logo')}
          hint={t('look.logo.hint')}
          value={appearance.logo}
          onChange={(logo) => {
            onLook({ logo });
            onShow('home');
          }}
        />
        <PictureField
          label={t('look.agentAvatar')}
          hint={t('look.agentAvatar.hint')}
          value={appearance.agentAvatar}
          onChange={(agentAvatar) => {
            onLook({ agentAvatar });
            onShow('chat');
          }}
        />
      </FieldGrid>
    </Panel>
  );
}
