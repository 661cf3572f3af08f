import { useState } from 'react';
import { Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { useTexts } from '../../i18n/useTexts';
import { PERMISSION } from '../../strapi/plugin-id';
import { AuditFilters } from './AuditFilters';
import { AuditList } from './AuditList';
import { NO_FILTER, queryOf } from './filter';
import { useAuditPages } from './useAuditPages';

/** Settings page of the record: who changed what, and when. */
export function AuditPage() {
  const t = useTexts();
  return (
    <Page.Protect permissions={[{ ...PERMISSION.settings }]}>
      <Page.Title>{t('settings.audit.page')}</Page.Title>
      <AuditEntriesPage />
    </Page.Protect>
  );
}

function AuditEntriesPage() {
  const t = useTexts();
  const [filter, setFilter] = useState(NO_FILTER);
  const { isLoading, hasFailed, people, entries, loadMore, retry } = useAuditPages(queryOf(filter));
  const isFiltered = filter !== NO_FILTER && queryOf(filter) !== queryOf(NO_FILTER);
  return (
    <Page.Main aria-busy={isLoading}>
      <Layouts.Header title={t('settings.audit.page')} subtitle={t('settings.audit.intro')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <AuditFilters filter={filter} people={people} onChange={setFilter} />
          {hasFailed && (
            <EmptyStateLayout
              content={t('settings.failed')}
              action={
                <Button variant="secondary" onClick={retry}>
                  {t('settings.reload')}
                </Button>
              }
            />
          )}
          {!hasFailed && !isLoading && entries.length === 0 && (
            <EmptyStateLayout
              content={t(isFiltered ? 'settings.audit.empty.filtered' : 'settings.audit.empty')}
            />
          )}
          {entries.length > 0 && <AuditList entries={entries} />}
          {loadMore !== null && (
            <Flex justifyContent="center">
              <Button variant="tertiary" loading={isLoading} onClick={loadMore}>
                {t('settings.audit.more')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
