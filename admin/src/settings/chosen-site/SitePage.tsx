import type { ReactNode } from 'react';
import { Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { ProblemSummary } from '../parts/ProblemSummary';
import { SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import type { SiteDraft } from './site-draft';
import { SiteSaveButton } from './SiteSaveButton';
import { UnsavedGuard } from '../UnsavedGuard';

export interface SitePageContext {
  readonly site: SiteSettings;
  readonly onReload: () => void;
  /** Select among several sites; nothing where there is only one. */
  readonly chooser: ReactNode;
}

interface SitePageProps {
  readonly title: string;
  readonly children: (context: SitePageContext) => ReactNode;
}

/** A settings page about one site: the one that the address names, else the first. */
export function SitePage({ children, title }: SitePageProps) {
  const [search] = useSearchParams();
  return (
    // Another site is shown as stored at that time.
    <SettingsFrame key={search.get('site')} title={title} path="/attendance/sites">
      {(sites, onReload) => {
        const site = sites.find(({ id }) => String(id) === search.get('site')) ?? sites[0];
        if (site === undefined) return null;
        const chooser = sites.length > 1 && <SiteChooser sites={sites} chosen={site} />;
        return children({ site, onReload, chooser });
      }}
    </SettingsFrame>
  );
}

interface SiteChooserProps {
  readonly sites: readonly SiteSettings[];
  readonly chosen: SiteSettings;
}

function SiteChooser({ chosen, sites }: SiteChooserProps) {
  const t = useTexts();
  const [, setSearch] = useSearchParams();
  return (
    <SingleSelect
      aria-label={t('settings.chooseSite')}
      value={String(chosen.id)}
      onChange={(id) => setSearch({ site: String(id) })}
    >
      {sites.map(({ id, name }) => (
        <SingleSelectOption key={id} value={String(id)}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

interface SiteEditorFrameProps {
  readonly title: string;
  readonly context: Omit<SitePageContext, 'site'>;
  readonly draft: SiteDraft;
  readonly navigation?: ReactNode;
  readonly children: ReactNode;
}

/** Frame of a site's editor: its name, saving, and the outcome. */
export function SiteEditorFrame({ children, context, draft, navigation, title }: SiteEditorFrameProps) {
  const { edited, hasTried, problems } = draft;
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={title}
        subtitle={context.chooser ? undefined : edited.stored.name}
        navigationAction={navigation}
        secondaryAction={context.chooser}
        primaryAction={<SiteSaveButton draft={draft} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={context.onReload} />
          {hasTried && <ProblemSummary count={problems.size} />}
          {children}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
