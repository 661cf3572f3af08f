import { useEffect } from 'react';
import { Flex } from '@strapi/design-system';

import { LIMITS } from '../../../plugins/attendance/protocol/limits';
import type { AgentId } from '../../../plugins/attendance/protocol/ids';
import type { AgentSettings } from '../../../plugins/attendance/protocol/rest';
import { useTexts } from '../i18n/useTexts';
import { useSave } from './exchange';
import { ChannelsField, NumberField, TextField } from './fields';
import { FieldGrid, Panel } from './Panel';
import { SaveButton, SaveStatus } from './SaveStatus';
import { useEdited } from './useEdited';

interface AgentPanelProps {
  readonly agent: AgentSettings;
  readonly defaultCapacity: number;
  readonly onReload: () => void;
  /** Told when something unsaved comes to be, and is no more. */
  readonly onDirty: (id: AgentId, isDirty: boolean) => void;
}

/** One agent: public name, capacity of their own, channels [F3]; saved apart from the others. */
export function AgentPanel({ agent, defaultCapacity, onDirty, onReload }: AgentPanelProps) {
  const t = useTexts();
  const save = useSave<AgentSettings>();
  const edited = useEdited(agent, ({ email: _, id, ...update }) => save(`/attendance/agents/${id}`, update));
  const { change, isDirty, value } = edited;
  useEffect(() => {
    onDirty(agent.id, isDirty);
    return () => onDirty(agent.id, false);
  }, [agent.id, isDirty, onDirty]);
  return (
    <Panel title={agent.email}>
      <SaveStatus outcome={edited.outcome} onReload={onReload} />
      <FieldGrid>
        <TextField
          label={t('agents.name')}
          value={value.publicName}
          maxLength={60}
          onChange={(publicName) => change({ publicName })}
        />
        <NumberField
          label={t('agents.capacity')}
          placeholder={t('agents.capacity.default', { count: defaultCapacity })}
          min={0}
          max={LIMITS.capacityMax}
          value={value.capacity}
          onChange={(capacity) => change({ capacity })}
        />
        <ChannelsField
          label={t('site.channels')}
          value={value.channels}
          onChange={(channels) => change({ channels: [...channels] })}
        />
      </FieldGrid>
      <Flex justifyContent="flex-end">
        <SaveButton edited={edited} />
      </Flex>
    </Panel>
  );
}
