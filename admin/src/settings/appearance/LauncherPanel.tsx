import {
  LAUNCHER_ICONS,
  MOST_LAYER,
  WIDGET_TEXTS,
} from '../../../../plugins/attendance/protocol/settings/appearance';
import { localized } from '../../../../plugins/attendance/protocol/shared/text/localized';
import { useTexts } from '../../i18n/useTexts';
import { BoundedField } from '../BoundedField';
import { NumberField, TextField } from '../fields';
import { FieldGrid, Panel } from '../Panel';
import { LanguageTabs } from '../parts/LanguageTabs';
import { Segments } from '../parts/Segments';
import type { AppearancePanelProps } from './appearance-panel';

const OFFSET = { min: 0, max: 200 };

/** Settings of the button on the site's pages: place, icon, text. */
export function LauncherPanel({ locale, onLocale, onAppearance, onShow, site }: AppearancePanelProps) {
  const t = useTexts();
  const { appearance } = site;
  const { texts } = appearance;
  return (
    <div onFocus={() => onShow('launcher')}>
      <Panel
        title={t('settings.appearance.launcher')}
        action={
          <LanguageTabs
            languages={site.languages}
            defaultLocale={site.defaultLocale}
            value={locale}
            onChange={onLocale}
          />
        }
      >
        <TextField
          label={t('settings.appearance.launcherText')}
          hint={t('settings.appearance.launcherText.hint')}
          placeholder={localized(texts.launcherText, locale, site.defaultLocale)}
          value={texts.launcherText[locale]}
          maxLength={WIDGET_TEXTS.launcherText}
          onChange={(text) =>
            onAppearance({ texts: { ...texts, launcherText: { ...texts.launcherText, [locale]: text } } })
          }
        />
        <Segments
          label={t('settings.appearance.icon')}
          options={LAUNCHER_ICONS.map((value) => ({ value, label: t(`settings.appearance.icon.${value}`) }))}
          value={appearance.launcherIcon}
          onChange={(launcherIcon) => onAppearance({ launcherIcon })}
        />
        <Segments
          label={t('settings.appearance.position')}
          options={(['left', 'right'] as const).map((value) => ({
            value,
            label: t(`settings.appearance.position.${value}`),
          }))}
          value={appearance.position}
          onChange={(position) => onAppearance({ position })}
        />
        <FieldGrid>
          <NumberField
            label={t('settings.appearance.offsetX')}
            {...OFFSET}
            value={appearance.offsetX}
            onChange={(offset) => onAppearance({ offsetX: offset ?? 0 })}
          />
          <NumberField
            label={t('settings.appearance.offsetY')}
            {...OFFSET}
            value={appearance.offsetY}
            onChange={(offset) => onAppearance({ offsetY: offset ?? 0 })}
          />
          <BoundedField
            label={t('settings.appearance.layer')}
            hint={t('settings.appearance.layer.hint')}
            min={1}
            max={MOST_LAYER}
            value={appearance.layer}
            onChange={(layer) => onAppearance({ layer })}
          />
        </FieldGrid>
      </Panel>
    </div>
  );
}
