import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';

import type { DepartmentSettings } from '../../../../plugins/attendance/protocol/settings/departments';
import { useTexts } from '../../i18n/useTexts';
import { send } from '../data/send';

interface DeleteDepartmentProps {
  readonly department: DepartmentSettings;
  readonly onDeleted: () => void;
}

/** Dialog that confirms the deletion; says why it is not possible while somebody waits in the department. */
export function DeleteDepartment({ department, onDeleted }: DeleteDepartmentProps) {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    const outcome = await send<null>('del', `/attendance/departments/${department.id}`);
    if (outcome.ok) onDeleted();
    else
      setFault(
        outcome.code === 'conflict' ? t('settings.departments.delete.busy') : t(`ui.error.${outcome.code}`),
      );
  };
  return (
    <Dialog.Root open={isAsking} onOpenChange={setAsking}>
      <Dialog.Trigger>
        <Button variant="danger-light">{t('settings.delete')}</Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{t('settings.departments.delete.title', { name: department.name })}</Dialog.Header>
        <Dialog.Body>
          <span aria-live="assertive">{fault ?? t('settings.departments.delete.body')}</span>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('ui.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger" fullWidth disabled={fault !== null} onClick={() => void remove()}>
            {t('settings.delete')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
