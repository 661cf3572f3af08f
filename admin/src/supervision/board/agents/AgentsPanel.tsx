import { memo, useMemo } from 'react';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../../plugins/attendance/protocol/schemas/ids';
import type { BoardAgent } from '../../../../../plugins/attendance/protocol/supervision/board';
import { useTexts } from '../../../i18n/useTexts';
import { AgentCard, whyOffline } from './AgentCard';
import { groupAgents } from './agent-state';
import { panel, panelTitle, size } from '../look/board-sizes';
import { StateMark } from './StateMark';

const Section = styled.section`
  min-width: 0;
  h2 {
    ${panelTitle}
    padding: ${size(2)} 0 ${size(8)};
  }
`;

const Cards = styled.div`
  display: grid;
  grid-template-columns: repeat(
    auto-fill,
    minmax(min(100%, calc(var(--board-card, 290) * var(--board-unit, 1px))), 1fr)
  );
  align-items: start;
  gap: ${size(12)};
`;

const Absent = styled.ul`
  ${panel}
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, ${size(300)}), 1fr));
  gap: ${size(6)} ${size(24)};
  margin: ${size(12)} 0 0;
  padding: ${size(12)} ${size(16)};
  list-style: none;
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 ${size(10)};
    min-width: 0;
    font-size: ${size(13)};
    line-height: ${size(20)};
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;

const Sentence = styled.p`
  ${panel}
  padding: ${size(16)};
  font-size: ${size(13)};
  line-height: ${size(20)};
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface AgentsPanelProps {
  readonly agents: readonly BoardAgent[];
  readonly followedId: InteractionId | null;
  readonly isWall: boolean;
  readonly onFollow: (id: InteractionId) => void;
  readonly onSetOffline: (agent: BoardAgent) => void;
}

/** Everybody who may attend: those who are there with what they hold, and the names of those who are not [D3]. */
export const AgentsPanel = memo(function AgentsPanel(props: AgentsPanelProps) {
  const { agents, followedId, isWall, onFollow, onSetOffline } = props;
  const t = useTexts();
  const { absent, present } = useMemo(() => groupAgents(agents), [agents]);
  return (
    <Section aria-labelledby="board-agents">
      <h2 id="board-agents">{t('supervision.board.agents.title')}</h2>
      {agents.length === 0 && <Sentence>{t('supervision.board.agents.empty')}</Sentence>}
      <Cards>
        {present.map((agent) => (
          <AgentCard
            key={agent.id}
            agent={agent}
            followedId={agent.interactions.some(({ id }) => id === followedId) ? followedId : null}
            isWall={isWall}
            onFollow={onFollow}
            onSetOffline={onSetOffline}
          />
        ))}
      </Cards>
      {absent.length > 0 && (
        <Absent aria-label={t('supervision.board.agents.offline')}>
          {absent.map((agent) => (
            <li key={agent.id}>
              <span>{agent.name}</span>
              <StateMark state="offline" why={whyOffline(agent, t)} />
            </li>
          ))}
        </Absent>
      )}
    </Section>
  );
});
