import type { ReactNode } from 'react';
import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { LOCALES } from '../../../plugins/attendance/protocol/entities';
import type { Appearance } from '../../../plugins/attendance/protocol/appearance';
import type { Localized } from '../../../plugins/attendance/protocol/localized';
import type { SiteSettings } from '../../../plugins/attendance/protocol/site';
import { useLocale, useTexts } from '../i18n/useTexts';
import { languageName } from '../look/language-name';
import { ColourField } from './ColourField';
import { useSave } from './exchange';
import { ChannelsField, LinesField, SelectField, TextField } from './fields';
import { FormPanel } from './FormPanel';
import { InstallPanel } from './InstallPanel';
import { FieldGrid, Panel } from './Panel';
import { SaveButton, SaveStatus } from './SaveStatus';
import { UnsavedGuard } from './UnsavedGuard';
import { useEdited, type Edited } from './useEdited';

interface SiteEditorProps {
  readonly site: SiteSettings;
  readonly onReload: () => void;
  /** Of a choice among several sites; disabled while something is unsaved. */
  readonly chooser: (isDisabled: boolean) => ReactNode;
}

/** Everything of one site [F1, F2, F5, F6]. */
export function SiteEditor({ chooser, onReload, site }: SiteEditorProps) {
  const t = useTexts();
  const save = useSave<SiteSettings>();
  const edited = useEdited(site, ({ id, key: _, sightings: __, ...update }) =>
    save(`/attendance/sites/${id}`, {
      ...update,
      origins: update.origins.map((origin) => origin.trim()).filter((origin) => origin !== ''),
    }),
  );
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={t('settings.sites')}
        subtitle={edited.value.name}
        primaryAction={<SaveButton edited={edited} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          {chooser(edited.isDirty)}
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <GeneralPanel edited={edited} />
          <AppearancePanel edited={edited} />
          <FormPanel form={edited.value.form} onChange={(form) => edited.change({ form })} />
          <InstallPanel siteKey={site.key} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function GeneralPanel({ edited: { change, value } }: { readonly edited: Edited<SiteSettings> }) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Panel title={t('site.general')}>
      <FieldGrid>
        <TextField
          label={t('site.name')}
          value={value.name}
          maxLength={60}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('site.key')}
          value={value.key}
          maxLength={64}
          isReadOnly
          onChange={() => undefined}
        />
        <SelectField
          label={t('site.locale')}
          value={value.defaultLocale}
          options={LOCALES.map((each) => ({ value: each, label: languageName(each, locale) }))}
          onChange={(defaultLocale) => change({ defaultLocale })}
        />
        <ChannelsField
          label={t('site.channels')}
          value={value.channels}
          onChange={(channels) => change({ channels: [...channels] })}
        />
      </FieldGrid>
      <LinesField
        label={t('site.origins')}
        hint={t('site.origins.hint')}
        value={value.origins}
        onChange={(origins) => change({ origins: [...origins] })}
      />
    </Panel>
  );
}

function AppearancePanel({ edited: { change, value } }: { readonly edited: Edited<SiteSettings> }) {
  const t = useTexts();
  const locale = useLocale();
  const { appearance } = value;
  const set = (part: Partial<Appearance>): void => change({ appearance: { ...appearance, ...part } });
  const say = (part: { readonly [Name in keyof Appearance['texts']]?: Localized }): void =>
    set({ texts: { ...appearance.texts, ...part } });
  return (
    <Panel title={t('site.appearance')}>
      <FieldGrid>
        <TextField
          label={t('site.company')}
          value={appearance.companyName}
          maxLength={60}
          onChange={(companyName) => set({ companyName })}
        />
        <ColourField value={appearance.colour} onChange={(colour) => set({ colour })} />
        <SelectField
          label={t('site.position')}
          value={appearance.position}
          options={(['right', 'left'] as const).map((each) => ({
            value: each,
            label: t(`site.position.${each}`),
          }))}
          onChange={(position) => set({ position })}
        />
        <TextField
          label={t('site.launcherText')}
          hint={t('site.launcherText.hint')}
          value={appearance.texts.launcherText[value.defaultLocale]}
          maxLength={30}
          onChange={(text) =>
            say({ launcherText: { ...appearance.texts.launcherText, [value.defaultLocale]: text } })
          }
        />
        {LOCALES.map((each) => (
          <TextField
            key={each}
            label={t('site.greeting', { language: languageName(each, locale) })}
            value={appearance.texts.greeting[each]}
            maxLength={200}
            onChange={(text) => say({ greeting: { ...appearance.texts.greeting, [each]: text } })}
          />
        ))}
      </FieldGrid>
    </Panel>
  );
}
