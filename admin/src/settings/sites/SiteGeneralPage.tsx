import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Button, EmptyStateLayout } from '@strapi/design-system';
import { useNavigate, useParams } from 'react-router-dom';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { TextField } from '../fields';
import { FieldGrid, Panel } from '../Panel';
import { SettingsFrame } from '../SettingsFrame';
import { SiteEditorFrame } from '../chosen-site/SitePage';
import { useSiteDraft } from '../chosen-site/site-draft';
import { DepartmentField } from './DepartmentField';
import { LanguagesField } from './LanguagesField';
import { OriginsField } from './OriginsField';

/** Settings page of a site's name, addresses, languages and department; its look and form have pages of their own. */
export function SiteGeneralPage() {
  const t = useTexts();
  const { id } = useParams();
  return (
    <SettingsFrame title={t('settings.sites.page')} path="/attendance/sites">
      {(sites, onReload) => {
        const site = sites.find((each) => String(each.id) === id);
        return site === undefined ? <Gone /> : <GeneralEditor site={site} onReload={onReload} />;
      }}
    </SettingsFrame>
  );
}

function Gone() {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <Page.Main>
      <Layouts.Header title={t('settings.sites.page')} />
      <Layouts.Content>
        <EmptyStateLayout
          content={t('settings.sites.gone')}
          action={
            <Button variant="secondary" onClick={() => navigate('..')}>
              {t('settings.sites.back')}
            </Button>
          }
        />
      </Layouts.Content>
    </Page.Main>
  );
}

interface GeneralEditorProps {
  readonly site: SiteSettings;
  readonly onReload: () => void;
}

function GeneralEditor({ onReload, site }: GeneralEditorProps) {
  const t = useTexts();
  const draft = useSiteDraft(site);
  const { change, value } = draft.edited;
  return (
    <SiteEditorFrame
      title={t('settings.sites.general')}
      context={{ onReload, chooser: null }}
      draft={draft}
      navigation={<BackButton fallback=".." />}
    >
      <Panel title={t('settings.sites.generalPage')}>
        <FieldGrid>
          <TextField
            label={t('settings.sites.name')}
            error={draft.problems.has('name') ? t('settings.required') : undefined}
            value={value.name}
            maxLength={60}
            onChange={(name) => change({ name })}
          />
          <TextField
            label={t('settings.sites.key')}
            hint={t('settings.sites.key.hint')}
            value={value.key}
            maxLength={64}
            isReadOnly
            onChange={() => undefined}
          />
        </FieldGrid>
      </Panel>
      <OriginsField value={value.origins} onChange={(origins) => change({ origins: [...origins] })} />
      <LanguagesField
        languages={value.languages}
        defaultLocale={value.defaultLocale}
        problems={draft.problems}
        onChange={change}
      />
      <DepartmentField value={value.departmentId} onChange={(departmentId) => change({ departmentId })} />
    </SiteEditorFrame>
  );
}
