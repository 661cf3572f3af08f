import { useState } from 'react';
import { Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { DepartmentSettings } from '../../../../plugins/attendance/protocol/settings/departments';
import { useTexts } from '../../i18n/useTexts';
import { RowButton, RowHint, RowList, RowName } from '../RowList';
import { SettingsFrame } from '../SettingsFrame';
import { DepartmentDialog } from './DepartmentDialog';

/** Settings page of departments and their members [R11, F3]. */
export function DepartmentsPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.departments.page')} path="/attendance/departments">
      {(departments, reload) => <DepartmentList departments={departments} onReload={reload} />}
    </SettingsFrame>
  );
}

interface DepartmentListProps {
  readonly departments: readonly DepartmentSettings[];
  readonly onReload: () => void;
}

function DepartmentList({ departments, onReload }: DepartmentListProps) {
  const t = useTexts();
  const [opened, setOpened] = useState<DepartmentSettings | 'new' | null>(null);
  const add = (
    <Button startIcon={<Plus aria-hidden />} onClick={() => setOpened('new')}>
      {t('settings.departments.new')}
    </Button>
  );
  return (
    <Page.Main>
      <Layouts.Header
        title={t('settings.departments.page')}
        subtitle={t('settings.departments.intro')}
        primaryAction={departments.length > 0 && add}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          {departments.length === 0 && (
            <EmptyStateLayout content={t('settings.departments.empty')} action={add} />
          )}
          {departments.length > 0 && (
            <RowList>
              {departments.map((department) => (
                <li key={department.id}>
                  <RowButton onClick={() => setOpened(department)}>
                    <RowName>{department.name}</RowName>
                    <RowHint>{department.key}</RowHint>
                    <RowHint>
                      {t('settings.departments.count', { count: department.agentIds.length })}
                    </RowHint>
                    <RowHint>
                      {department.waitingCount > 0 &&
                        t('settings.departments.waiting', { count: department.waitingCount })}
                    </RowHint>
                  </RowButton>
                </li>
              ))}
            </RowList>
          )}
        </Flex>
        {opened !== null && (
          <DepartmentDialog
            department={opened === 'new' ? null : opened}
            onClose={(hasChanged) => {
              setOpened(null);
              if (hasChanged) onReload();
            }}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
