import { memo } from 'react';
import { IconButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import { initialsOf } from '../../../../../plugins/attendance/chat/initials';
import type { InteractionId } from '../../../../../plugins/attendance/protocol/schemas/ids';
import type { BoardAgent } from '../../../../../plugins/attendance/protocol/supervision/board';
import { useTexts, type Translate } from '../../../i18n/useTexts';
import { AgentPhoto } from '../../../ui/AgentPhoto';
import { PowerIcon } from '../../../ui/icons/PowerIcon';
import { cutText } from '../../../ui/styles/surfaces';
import { stateOf } from './agent-state';
import { panel, size } from '../look/board-sizes';
import { HeldRow } from './HeldRow';
import { StateMark } from './StateMark';

const Card = styled.article`
  ${panel}
  display: flex;
  flex-direction: column;
  min-width: 0;
  overflow: hidden;
`;

const Head = styled.header<{ $isTight: boolean }>`
  display: flex;
  align-items: center;
  gap: ${size(12)};
  min-height: ${size(60)};
  padding: ${size(10)} ${({ $isTight }) => size($isTight ? 8 : 14)} ${size(10)} ${size(14)};
  > div {
    flex: 1;
    min-width: 0;
  }
  h3 {
    ${cutText}
    font-size: ${size(14)};
    font-weight: 600;
    line-height: ${size(20)};
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const Face = styled.span`
  display: grid;
  place-items: center;
  flex: none;
  width: ${size(36)};
  height: ${size(36)};
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: ${size(12)};
  font-weight: 700;
`;

const Load = styled.span`
  display: flex;
  flex-direction: column;
  align-items: flex-end;
  gap: ${size(4)};
  font-size: ${size(12)};
  line-height: ${size(16)};
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Slots = styled.span`
  display: flex;
  gap: ${size(3)};
  max-width: ${size(88)};
`;

const Slot = styled.span<{ $isTaken: boolean }>`
  flex: 0 1 ${size(14)};
  width: ${size(14)};
  min-width: 2px;
  height: ${size(5)};
  border-radius: ${size(3)};
  background: ${({ theme, $isTaken }) => ($isTaken ? theme.colors.primary600 : theme.colors.neutral200)};
`;

const Held = styled.ul`
  margin: 0;
  padding: ${size(4)} 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  list-style: none;
`;

const Idle = styled.p`
  padding: ${size(10)} ${size(14)};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  font-size: ${size(12)};
  line-height: ${size(18)};
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface AgentCardProps {
  readonly agent: BoardAgent;
  /** Interaction that is followed, if this agent holds it. */
  readonly followedId: InteractionId | null;
  readonly isWall: boolean;
  readonly onFollow: (id: InteractionId) => void;
  readonly onSetOffline: (agent: BoardAgent) => void;
}

/** An agent: state, load, and with whom they talk and for how long [D3]; renders again only when something of theirs changes. */
export const AgentCard = memo(function AgentCard(props: AgentCardProps) {
  const { agent, followedId, isWall, onFollow, onSetOffline } = props;
  const t = useTexts();
  const { interactions, name, photo } = agent;
  const state = stateOf(agent);
  return (
    <Card aria-label={name}>
      <Head $isTight={!isWall && state !== 'offline'}>
        <Face aria-hidden>
          <AgentPhoto address={photo} initials={initialsOf(name)} />
        </Face>
        <div>
          <h3 title={name}>{name}</h3>
          <StateMark state={state} why={whyOffline(agent, t)} />
        </div>
        <LoadMeter agent={agent} />
        {!isWall && state !== 'offline' && (
          <IconButton
            label={t('supervision.board.agent.setOffline', { name })}
            variant="ghost"
            onClick={() => onSetOffline(agent)}
          >
            <PowerIcon />
          </IconButton>
        )}
      </Head>
      {interactions.length === 0 ? (
        <Idle>{t('supervision.board.agent.idle')}</Idle>
      ) : (
        <Held>
          {interactions.map((held) => (
            <li key={held.id}>
              <HeldRow
                held={held}
                agentName={name}
                isFollowed={held.id === followedId}
                isWall={isWall}
                onFollow={onFollow}
              />
            </li>
          ))}
        </Held>
      )}
    </Card>
  );
});

/** Returns why an agent is Offline when it was not their own choice; empty otherwise. */
export function whyOffline({ offlineNote, offlineReason }: BoardAgent, t: Translate): string {
  if (offlineReason === null) return '';
  return offlineNote === '' ? t(`supervision.board.agent.why.${offlineReason}`) : offlineNote;
}

function LoadMeter({ agent: { capacity, load } }: Pick<AgentCardProps, 'agent'>) {
  const t = useTexts();
  const words = t('supervision.board.agent.load', { load, capacity });
  const places = Math.max(capacity, load);
  return (
    <Load>
      {words}
      <Slots
        role="meter"
        aria-label={t('list.capacity.label')}
        aria-valuemin={0}
        aria-valuemax={places}
        aria-valuenow={load}
        aria-valuetext={words}
      >
        {Array.from({ length: places }, (_, slot) => (
          <Slot key={slot} $isTaken={slot < load} />
        ))}
      </Slots>
    </Load>
  );
}
