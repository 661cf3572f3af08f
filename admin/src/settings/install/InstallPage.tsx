import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { LOCALES, type Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { languageName } from '../../ui/format/language-name';
import { SelectField } from '../fields';
import { FieldGrid, Panel } from '../Panel';
import { SitePage, type SitePageContext } from '../chosen-site/SitePage';
import { CopyLine } from './CopyLine';
import { SightingsPanel } from './SightingsPanel';
import { serverOrigin } from '../../strapi/server-origin';
import { policyOf, snippetOf } from './snippet';
import { useDepartments } from '../data/useDepartments';

/** Settings page of the snippet for the site's pages, and of where the widget has been seen [F6]. */
export function InstallPage() {
  const t = useTexts();
  return (
    <SitePage title={t('settings.install.page')}>
      {(context) => <Install key={context.site.id} {...context} />}
    </SitePage>
  );
}

function Install({ chooser, onReload, site }: SitePageContext) {
  const t = useTexts();
  return (
    <Page.Main>
      <Layouts.Header
        title={t('settings.install.page')}
        subtitle={chooser ? undefined : site.name}
        secondaryAction={chooser}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SnippetPanel site={site} />
          <SightingsPanel site={site} onReload={onReload} />
          <Panel title={t('settings.install.policy')} hint={t('settings.install.policy.hint')}>
            <CopyLine text={policyOf(serverOrigin())} name={t('settings.install.policy')} />
            <Typography textColor="neutral600">{t('settings.install.policy.more')}</Typography>
          </Panel>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

const ANY = 'any';

function SnippetPanel({ site }: Pick<SitePageContext, 'site'>) {
  const t = useTexts();
  const ownLocale = useLocale();
  const departments = useDepartments();
  const [locale, setLocale] = useState<Locale | null>(null);
  const [department, setDepartment] = useState<string | null>(null);
  return (
    <Panel title={t('settings.install.line')} hint={t('settings.install.snippet.hint')}>
      <CopyLine
        text={snippetOf(serverOrigin(), site.key, { locale, department })}
        name={t('settings.install.line')}
      />
      <FieldGrid>
        <SelectField<string>
          label={t('settings.install.locale')}
          hint={t('settings.install.locale.hint')}
          value={locale ?? ANY}
          options={[
            { value: ANY, label: t('settings.install.locale.any') },
            ...site.languages.map((each) => ({ value: each, label: languageName(each, ownLocale) })),
          ]}
          onChange={(chosen) => setLocale(LOCALES.find((each) => each === chosen) ?? null)}
        />
        {departments.length > 0 && (
          <SelectField<string>
            label={t('settings.install.department')}
            hint={t('settings.install.department.hint')}
            value={department ?? ANY}
            options={[
              { value: ANY, label: t('settings.install.department.any') },
              ...departments.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            onChange={(chosen) => setDepartment(chosen === ANY ? null : chosen)}
          />
        )}
      </FieldGrid>
    </Panel>
  );
}
