import { Field, Flex } from '@strapi/design-system';

import { WIDGET_TEXTS, type WidgetText } from '../../../../plugins/attendance/protocol/settings/appearance';
import { localized } from '../../../../plugins/attendance/protocol/shared/text/localized';
import type { PreviewView } from '../../../../plugins/attendance/protocol/rules/preview';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../Panel';
import { ShortTextarea } from '../parts/ShortTextarea';
import { LanguageTabs } from '../parts/LanguageTabs';
import type { AppearancePanelProps } from './appearance-panel';
import { ownText } from './own-text';

/** View of the preview that shows each text; the launcher's is beside its other settings. */
const SHOWN_IN: Readonly<Record<Exclude<WidgetText, 'launcherText'>, PreviewView>> = {
  greeting: 'home',
  queue: 'queue',
  offlineTitle: 'offline',
  offline: 'offline',
  outsideHours: 'offline',
  ended: 'ended',
};
type OtherText = keyof typeof SHOWN_IN;
const NAMES = Object.keys(SHOWN_IN) as OtherText[];

/** Settings of the widget's texts in each language; an empty one shows, and keeps, the product's own. */
export function TextsPanel({ locale, onLocale, onAppearance, onShow, site }: AppearancePanelProps) {
  const t = useTexts();
  const { texts } = site.appearance;
  return (
    <Panel
      title={t('settings.appearance.texts')}
      hint={t('settings.appearance.texts.hint')}
      action={
        <LanguageTabs
          languages={site.languages}
          defaultLocale={site.defaultLocale}
          value={locale}
          onChange={onLocale}
        />
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4} lang={locale}>
        {NAMES.map((name) => (
          <Field.Root key={name} hint={t(`settings.appearance.text.${name}.hint`)}>
            <Field.Label>{t(`settings.appearance.text.${name}`)}</Field.Label>
            <ShortTextarea
              value={texts[name][locale]}
              placeholder={localized(texts[name], locale, site.defaultLocale) || ownText(name, locale)}
              maxLength={WIDGET_TEXTS[name]}
              onFocus={() => onShow(SHOWN_IN[name])}
              onChange={({ target }) =>
                onAppearance({ texts: { ...texts, [name]: { ...texts[name], [locale]: target.value } } })
              }
            />
            <Field.Hint />
          </Field.Root>
        ))}
      </Flex>
    </Panel>
  );
}
