import { useState } from 'react';
import { EmptyStateLayout, Flex, Searchbar, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { AgentSettings } from '../../../../plugins/attendance/protocol/settings/rest';
import { useTexts } from '../../i18n/useTexts';
import { AgentPhoto } from '../../ui/AgentPhoto';
import { initialsOf } from '../../../../plugins/attendance/chat/initials';
import { RowButton, RowHint, RowList, RowName } from '../RowList';
import { SettingsFrame } from '../SettingsFrame';
import { AgentDialog } from './AgentDialog';
import { findAgents, stateOf } from './find-agents';

/** Settings page of the agents and their states [F3]. */
export function AgentsPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.agents.page')} path="/attendance/agents">
      {(agents, reload) => <AgentList agents={agents} onReload={reload} />}
    </SettingsFrame>
  );
}

interface AgentListProps {
  readonly agents: readonly AgentSettings[];
  readonly onReload: () => void;
}

function AgentList({ agents, onReload }: AgentListProps) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<AgentSettings | null>(null);
  const found = findAgents(agents, search);
  return (
    <Page.Main>
      <Layouts.Header title={t('settings.agents.page')} subtitle={t('settings.agents.intro')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          {agents.length === 0 && <EmptyStateLayout content={t('settings.agents.empty')} />}
          {agents.length > 0 && (
            <Searchbar
              name="search"
              value={search}
              placeholder={t('settings.agents.search')}
              clearLabel={t('ui.dismiss')}
              onClear={() => setSearch('')}
              onChange={({ target }: { target: HTMLInputElement }) => setSearch(target.value)}
            >
              {t('settings.agents.search')}
            </Searchbar>
          )}
          {agents.length > 0 && found.length === 0 && (
            <Typography textColor="neutral600">{t('settings.agents.none')}</Typography>
          )}
          {found.length > 0 && (
            <RowList>
              {found.map((agent) => (
                <li key={agent.id}>
                  <AgentRow agent={agent} onOpen={() => setOpened(agent)} />
                </li>
              ))}
            </RowList>
          )}
        </Flex>
        {opened !== null && (
          <AgentDialog
            agent={opened}
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

const Face = styled.span`
  display: inline-grid;
  place-items: center;
  width: 28px;
  height: 28px;
  margin-inline-end: 12px;
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.neutral200};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1rem;
  vertical-align: middle;
`;

const Dot = styled.span<{ $isOn: boolean }>`
  display: inline-block;
  width: 8px;
  height: 8px;
  margin-inline-end: 8px;
  border-radius: 50%;
  background: ${({ $isOn, theme }) => ($isOn ? theme.colors.success500 : theme.colors.neutral300)};
`;

function AgentRow({ agent, onOpen }: { readonly agent: AgentSettings; readonly onOpen: () => void }) {
  const t = useTexts();
  const state = stateOf(agent);
  return (
    <RowButton onClick={onOpen}>
      <RowName>
        <Face aria-hidden>
          <AgentPhoto address={agent.photo?.url ?? ''} initials={initialsOf(agent.publicName)} />
        </Face>
        {agent.publicName}
      </RowName>
      <RowHint>
        <Dot $isOn={state === 'online'} aria-hidden />
        {t(`settings.agents.${state}`)}
      </RowHint>
      <RowHint>{agent.email}</RowHint>
      <RowHint>{state !== 'gone' && t('settings.agents.open', { count: agent.openInteractions })}</RowHint>
    </RowButton>
  );
}
