import { useState } from 'react';
import { SingleSelect, SingleSelectOption, Field } from '@strapi/design-system';

import type { SiteSettings } from '../../../plugins/attendance/protocol/site';
import { useTexts } from '../i18n/useTexts';
import { SettingsFrame } from './SettingsFrame';
import { SiteEditor } from './SiteEditor';

/** Settings: sites, and how the widget looks there. */
export function SitesPage() {
  const t = useTexts();
  const [chosenId, setChosenId] = useState<number | null>(null);
  return (
    <SettingsFrame<SiteSettings[]> title={t('settings.sites')} path="/attendance/sites">
      {(sites, reload) => {
        const site = sites.find(({ id }) => id === chosenId) ?? sites[0];
        if (site === undefined) return null;
        return (
          <SiteEditor
            key={site.id}
            site={site}
            onReload={reload}
            chooser={(isDisabled) =>
              sites.length > 1 && (
                <SiteChooser
                  sites={sites}
                  chosenId={site.id}
                  isDisabled={isDisabled}
                  onChoose={(id) => {
                    setChosenId(id);
                    // Another site is shown as it is stored now.
                    reload();
                  }}
                />
              )
            }
          />
        );
      }}
    </SettingsFrame>
  );
}

interface SiteChooserProps {
  readonly sites: readonly SiteSettings[];
  readonly chosenId: number;
  readonly isDisabled: boolean;
  readonly onChoose: (id: number) => void;
}

function SiteChooser({ chosenId, isDisabled, onChoose, sites }: SiteChooserProps) {
  const t = useTexts();
  return (
    <Field.Root maxWidth="320px">
      <Field.Label>{t('site.choose')}</Field.Label>
      <SingleSelect
        value={String(chosenId)}
        disabled={isDisabled}
        onChange={(value) => onChoose(Number(value))}
      >
        {sites.map(({ id, name }) => (
          <SingleSelectOption key={id} value={String(id)}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
