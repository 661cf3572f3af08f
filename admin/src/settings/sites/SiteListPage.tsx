import { useState } from 'react';
import { Alert, Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { SettingsFrame } from '../SettingsFrame';
import { CreateSiteDialog } from './CreateSiteDialog';
import { DeleteSiteDialog } from './DeleteSiteDialog';
import { SiteCard } from './SiteCard';

export function SiteListPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.sites.page')} path="/attendance/sites">
      {(sites, onReload) => <SiteList sites={sites} onReload={onReload} />}
    </SettingsFrame>
  );
}

interface SiteListProps {
  readonly sites: readonly SiteSettings[];
  readonly onReload: () => void;
}

function SiteList({ onReload, sites }: SiteListProps) {
  const t = useTexts();
  const [isCreating, setCreating] = useState(false);
  const [going, setGoing] = useState<SiteSettings | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const addButton = (
    <Button startIcon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      {t('settings.sites.add')}
    </Button>
  );
  return (
    <Page.Main>
      <Layouts.Header
        title={t('settings.sites.page')}
        subtitle={t('settings.sites.intro')}
        primaryAction={addButton}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          {refusal !== null && (
            <Alert
              variant="danger"
              role="alert"
              closeLabel={t('ui.dismiss')}
              onClose={() => setRefusal(null)}
            >
              {refusal}
            </Alert>
          )}
          {sites.length === 0 ? (
            <EmptyStateLayout content={t('settings.sites.empty')} action={addButton} />
          ) : (
            <Flex
              tag="ul"
              direction="column"
              alignItems="stretch"
              gap={4}
              aria-label={t('settings.sites.page')}
            >
              {sites.map((site) => (
                <SiteCard
                  key={site.id}
                  site={site}
                  isOnly={sites.length === 1}
                  onDelete={() => {
                    setRefusal(null);
                    setGoing(site);
                  }}
                />
              ))}
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
      {isCreating && <CreateSiteDialog onClose={() => setCreating(false)} />}
      {going !== null && (
        <DeleteSiteDialog
          site={going}
          onClose={() => setGoing(null)}
          onDeleted={onReload}
          onRefused={setRefusal}
        />
      )}
    </Page.Main>
  );
}
