import { useState, type FormEvent } from 'react';
import { Alert, Button, Flex, Modal } from '@strapi/design-system';

import type { DepartmentSettings } from '../../../../plugins/attendance/protocol/settings/departments';
import { useTexts } from '../../i18n/useTexts';
import { CheckList } from '../CheckList';
import { useShared } from '../data/useLoaded';
import type { Outcome } from '../../strapi/request';
import { send } from '../data/send';
import { TextField } from '../fields';
import { DeleteDepartment } from './DeleteDepartment';
import { keyFrom } from './key-from';

const PATH = '/attendance/departments';

interface DepartmentDialogProps {
  /** Department to edit; null creates one. */
  readonly department: DepartmentSettings | null;
  readonly onClose: (hasChanged: boolean) => void;
}

/** Dialog of one department. What was typed stays when it cannot be saved. */
export function DepartmentDialog({ department, onClose }: DepartmentDialogProps) {
  const t = useTexts();
  const agents = useShared('/attendance/agents');
  const [name, setName] = useState(department?.name ?? '');
  const [typedKey, setKey] = useState(department?.key ?? null);
  const [agentIds, setAgentIds] = useState(department?.agentIds ?? []);
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [isSaving, setSaving] = useState(false);
  const key = typedKey ?? keyFrom(name);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const answer =
      department === null
        ? await create()
        : await send<DepartmentSettings>('put', `${PATH}/${department.id}`, {
            version: department.version,
            name,
            key,
            agentIds,
          });
    setSaving(false);
    if (answer.ok) onClose(true);
    else setOutcome(answer);
  };
  const create = async (): Promise<Outcome<DepartmentSettings>> => {
    const made = await send<DepartmentSettings>('post', PATH, { key, name });
    if (!made.ok || agentIds.length === 0) return made;
    const { id, waitingCount: _, ...update } = made.data;
    return send<DepartmentSettings>('put', `${PATH}/${id}`, { ...update, agentIds });
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose(outcome !== null)}>
      <Modal.Content>
        <form onSubmit={(event) => void save(event)} style={{ display: 'contents' }}>
          <Modal.Header>
            <Modal.Title>{department?.name ?? t('settings.departments.new')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Refusal outcome={outcome} />
              <TextField
                label={t('settings.departments.name')}
                value={name}
                maxLength={60}
                onChange={setName}
              />
              <TextField
                label={t('settings.departments.key')}
                hint={
                  department !== null && key !== department.key
                    ? t('settings.departments.key.warning')
                    : t('settings.departments.key.hint')
                }
                value={key}
                maxLength={64}
                onChange={setKey}
              />
              <CheckList
                label={t('settings.departments.members')}
                empty={
                  agents.state === 'loading' ? t('settings.loading') : t('settings.departments.noAgents')
                }
                options={
                  agents.state === 'ready'
                    ? agents.data.map(({ id, publicName }) => ({ id, name: publicName }))
                    : []
                }
                value={agentIds}
                onChange={setAgentIds}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            {department === null ? (
              <Button variant="tertiary" onClick={() => onClose(false)}>
                {t('ui.cancel')}
              </Button>
            ) : (
              <DeleteDepartment department={department} onDeleted={() => onClose(true)} />
            )}
            <Button type="submit" loading={isSaving} disabled={name.trim() === '' || key === ''}>
              {t('settings.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}

function Refusal({ outcome }: { readonly outcome: Outcome<unknown> | null }) {
  const t = useTexts();
  if (outcome === null || outcome.ok) return null;
  const text =
    outcome.code === 'conflict'
      ? t('settings.departments.key.taken')
      : outcome.code === 'bad_request'
        ? t('settings.invalid', { message: outcome.message })
        : t(`ui.error.${outcome.code}`);
  return (
    <Alert variant="danger" closeLabel={t('ui.dismiss')}>
      {text}
    </Alert>
  );
}
