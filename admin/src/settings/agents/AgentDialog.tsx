import { useState, type FormEvent } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';

import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import type { AgentSettings } from '../../../../plugins/attendance/protocol/settings/rest';
import { useTexts } from '../../i18n/useTexts';
import { CheckList } from '../CheckList';
import { useShared } from '../data/useLoaded';
import type { Outcome } from '../../strapi/request';
import { send } from '../data/send';
import { ChannelsField, NumberField, TextField } from '../fields';
import { PictureField } from '../parts/PictureField';
import { SaveStatus } from '../SaveStatus';

interface AgentDialogProps {
  readonly agent: AgentSettings;
  readonly onClose: (hasChanged: boolean) => void;
}

/** Dialog of one agent: public name, capacity, channels, departments. What was typed stays when it cannot be saved. */
export function AgentDialog({ agent, onClose }: AgentDialogProps) {
  const t = useTexts();
  const departments = useShared('/attendance/departments');
  const general = useShared('/attendance/settings');
  const [value, setValue] = useState(agent);
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [isSaving, setSaving] = useState(false);
  const change = (part: Partial<AgentSettings>): void => setValue((before) => ({ ...before, ...part }));

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const answer = await send<AgentSettings>('put', `/attendance/agents/${agent.id}`, value);
    setSaving(false);
    if (answer.ok) onClose(true);
    else setOutcome(answer);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose(outcome !== null)}>
      <Modal.Content>
        <form onSubmit={(event) => void save(event)} style={{ display: 'contents' }}>
          <Modal.Header>
            <Modal.Title>{agent.email === '' ? agent.publicName : agent.email}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <SaveStatus outcome={outcome} onReload={() => onClose(true)} />
              <TextField
                label={t('settings.agents.name')}
                hint={t('settings.agents.name.hint')}
                value={value.publicName}
                maxLength={60}
                onChange={(publicName) => change({ publicName })}
              />
              <PictureField
                label={t('settings.agents.photo')}
                hint={t('settings.agents.photo.hint')}
                value={value.photo}
                onChange={(photo) => change({ photo })}
              />
              <NumberField
                label={t('settings.agents.capacity')}
                placeholder={
                  general.state === 'ready'
                    ? t('settings.agents.capacity.default', { count: general.data.defaultCapacity })
                    : ''
                }
                min={0}
                max={LIMITS.capacityMax}
                value={value.capacity}
                onChange={(capacity) => change({ capacity })}
              />
              <ChannelsField
                label={t('settings.sites.channels')}
                value={value.channels}
                onChange={(channels) => change({ channels: [...channels] })}
              />
              <CheckList
                label={t('settings.agents.departments')}
                empty={
                  departments.state === 'loading'
                    ? t('settings.loading')
                    : t('settings.agents.departments.none')
                }
                options={departments.state === 'ready' ? departments.data : []}
                value={value.departmentIds}
                onChange={(departmentIds) => change({ departmentIds })}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={() => onClose(outcome !== null)}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={isSaving} disabled={value.publicName.trim() === ''}>
              {t('settings.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
