import { useCallback, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { AgentId } from '../../../plugins/attendance/protocol/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/limits';
import type { AgentSettings, GeneralSettings } from '../../../plugins/attendance/protocol/rest';
import { useTexts } from '../i18n/useTexts';
import { AgentPanel } from './AgentPanel';
import { useLoaded, useSave } from './exchange';
import { LinesField, NumberField } from './fields';
import { FieldGrid, Panel } from './Panel';
import { SaveButton, SaveStatus } from './SaveStatus';
import { SettingsFrame } from './SettingsFrame';
import { UnsavedGuard } from './UnsavedGuard';
import { useEdited } from './useEdited';

const SECOND_MS = 1_000;

/** Settings: who attends, and what holds for all of them. */
export function AgentsPage() {
  const t = useTexts();
  return (
    <SettingsFrame<GeneralSettings> title={t('settings.agents')} path="/attendance/settings">
      {(settings, reload) => <AgentsForm settings={settings} onReload={reload} />}
    </SettingsFrame>
  );
}

interface AgentsFormProps {
  readonly settings: GeneralSettings;
  readonly onReload: () => void;
}

function AgentsForm({ onReload, settings }: AgentsFormProps) {
  const t = useTexts();
  const save = useSave<GeneralSettings>();
  const edited = useEdited(settings, (value) =>
    save('/attendance/settings', {
      ...value,
      closingTags: value.closingTags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    }),
  );
  const { change, value } = edited;
  const [unsaved, setUnsaved] = useState<ReadonlySet<AgentId>>(new Set());
  const noteUnsaved = useCallback((id: AgentId, isDirty: boolean) => {
    setUnsaved((before) => {
      if (before.has(id) === isDirty) return before;
      const others = [...before].filter((each) => each !== id);
      return new Set(isDirty ? [...others, id] : others);
    });
  }, []);
  const { max, min } = LIMITS.persistenceMs;
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty || unsaved.size > 0} />
      <Layouts.Header title={t('settings.agents')} primaryAction={<SaveButton edited={edited} />} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <Panel title={t('general.title')}>
            <FieldGrid>
              <NumberField
                label={t('general.capacity')}
                min={0}
                max={LIMITS.capacityMax}
                value={value.defaultCapacity}
                onChange={(count) => change({ defaultCapacity: count ?? LIMITS.capacityDefault })}
              />
              <NumberField
                label={t('general.persistence')}
                hint={t('general.persistence.hint', { min: min / SECOND_MS, max: max / SECOND_MS })}
                min={0}
                max={max / SECOND_MS}
                value={value.persistenceMs / SECOND_MS}
                onChange={(seconds) => change({ persistenceMs: (seconds ?? 0) * SECOND_MS })}
              />
            </FieldGrid>
            <LinesField
              label={t('general.closingTags')}
              hint={t('general.closingTags.hint')}
              value={value.closingTags}
              onChange={(closingTags) => change({ closingTags: [...closingTags] })}
            />
          </Panel>
          <AgentList defaultCapacity={edited.stored.defaultCapacity} onDirty={noteUnsaved} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

interface AgentListProps {
  readonly defaultCapacity: number;
  readonly onDirty: (id: AgentId, isDirty: boolean) => void;
}

function AgentList({ defaultCapacity, onDirty }: AgentListProps) {
  const t = useTexts();
  const [agents, reload] = useLoaded<AgentSettings[]>('/attendance/agents');
  return (
    <>
      <Typography textColor="neutral600">{t('agents.intro')}</Typography>
      {agents.state === 'loading' && <Typography>{t('settings.loading')}</Typography>}
      {agents.state === 'failed' && <Typography textColor="danger600">{t('settings.failed')}</Typography>}
      {agents.state === 'ready' && agents.data.length === 0 && <Typography>{t('agents.empty')}</Typography>}
      {agents.state === 'ready' &&
        agents.data.map((agent) => (
          <AgentPanel
            key={agent.id}
            agent={agent}
            defaultCapacity={defaultCapacity}
            onReload={reload}
            onDirty={onDirty}
          />
        ))}
    </>
  );
}
