import { memo } from 'react';
import { styled } from 'styled-components';

import type { BoardQueue, BoardWaiting } from '../../../../plugins/attendance/protocol/supervision/board';
import { CHANNELS } from '../../../../plugins/attendance/protocol/shared/choices';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { useTexts } from '../../i18n/useTexts';
import { liveName } from '../follow/live-name';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { Stopwatch } from '../../ui/Clock';
import { cutText, innerFocusRing, plainButton, selectedRow, shade } from '../../ui/styles/surfaces';
import { panel, panelTitle, size } from './look/board-sizes';

const Panel = styled.section`
  ${panel}
  min-width: 0;
  overflow: hidden;
  padding-bottom: ${size(6)};
  h2 {
    ${panelTitle}
    padding: ${size(14)} ${size(16)} ${size(6)};
  }
`;

const Departments = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Department = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: center;
  gap: 0 ${size(12)};
  padding: ${size(8)} ${size(16)};
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  b {
    ${cutText}
    display: block;
    font-size: ${size(14)};
    font-weight: 600;
    line-height: ${size(20)};
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const Counts = styled.span`
  display: flex;
  flex-wrap: wrap;
  gap: ${size(2)} ${size(10)};
  font-size: ${size(12)};
  line-height: ${size(18)};
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Longest = styled.span`
  text-align: right;
  font-size: ${size(20)};
  font-weight: 700;
  line-height: ${size(24)};
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
  small {
    display: block;
    font-size: ${size(11)};
    font-weight: 400;
    line-height: ${size(16)};
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const People = styled.ul`
  max-height: ${size(420)};
  margin: ${size(6)} 0 0;
  padding: ${size(6)} 0 0;
  overflow-y: auto;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  list-style: none;
`;

const Person = styled.button<{ $isFollowed: boolean }>`
  ${plainButton}
  position: relative;
  display: flex;
  align-items: center;
  gap: 8px;
  width: 100%;
  min-height: 36px;
  padding: 4px 16px;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  &:hover {
    background: ${shade('hovered')};
  }
  ${innerFocusRing}
  ${({ $isFollowed }) => $isFollowed && selectedRow}
  > b {
    ${cutText}
    flex: 0 1 auto;
    font-weight: 500;
  }
  > small {
    ${cutText}
    flex: 1 1 0;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  > time {
    font-size: 1.2rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Sentence = styled.p`
  padding: ${size(4)} ${size(16)} ${size(10)};
  font-size: ${size(13)};
  line-height: ${size(20)};
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface QueuePanelProps {
  readonly queues: readonly BoardQueue[];
  readonly waiting: readonly BoardWaiting[];
  readonly waitingCount: number;
  /** Interaction that is followed, if it is one of these. */
  readonly followedId: InteractionId | null;
  /** Whether the board is on a wall, where nobody clicks: departments alone. */
  readonly isWall: boolean;
  readonly onFollow: (id: InteractionId) => void;
}

/** Who waits, by department with the longest wait, and one by one [D3]. */
export const QueuePanel = memo(function QueuePanel(props: QueuePanelProps) {
  const { followedId, isWall, onFollow, queues, waiting, waitingCount } = props;
  const t = useTexts();
  const beyond = waitingCount - waiting.length;
  return (
    <Panel aria-labelledby="board-queue">
      <h2 id="board-queue">{t('supervision.board.queue.title')}</h2>
      {waitingCount === 0 && <Sentence>{t('supervision.board.queue.empty')}</Sentence>}
      <Departments>
        {queues.map((queue) => (
          <QueueRow key={queue.department?.id ?? 'none'} queue={queue} />
        ))}
      </Departments>
      {!isWall && waiting.length > 0 && (
        <People aria-label={t('supervision.board.figure.waiting')}>
          {waiting.map((entry) => (
            <li key={entry.interactionId}>
              <WaitingRow entry={entry} isFollowed={entry.interactionId === followedId} onFollow={onFollow} />
            </li>
          ))}
        </People>
      )}
      {!isWall && beyond > 0 && <Sentence>{t('supervision.board.queue.more', { count: beyond })}</Sentence>}
    </Panel>
  );
});

const QueueRow = memo(function QueueRow({ queue }: { readonly queue: BoardQueue }) {
  const t = useTexts();
  const { away, department, longestSince, waiting } = queue;
  const counts = CHANNELS.filter((channel) => waiting[channel] > 0).map(
    (channel) => `${t(`ui.channel.${channel}`)} ${waiting[channel]}`,
  );
  if (away > 0) counts.push(t('supervision.board.queue.away', { count: away }));
  return (
    <Department>
      <div>
        <b title={department?.name}>{department?.name ?? t('supervision.board.queue.none')}</b>
        <Counts>
          {counts.map((count) => (
            <span key={count}>{count}</span>
          ))}
        </Counts>
      </div>
      {longestSince !== null && (
        <Longest>
          <Stopwatch since={longestSince} />
          <small>{t('supervision.board.queue.longest')}</small>
        </Longest>
      )}
    </Department>
  );
});

interface WaitingRowProps {
  readonly entry: BoardWaiting;
  readonly isFollowed: boolean;
  readonly onFollow: (id: InteractionId) => void;
}

const WaitingRow = memo(function WaitingRow({ entry, isFollowed, onFollow }: WaitingRowProps) {
  const t = useTexts();
  const name = liveName(entry, t);
  const facts = [entry.department?.name, entry.isAway && t('list.queue.away')].filter(Boolean).join(' · ');
  return (
    <Person
      type="button"
      $isFollowed={isFollowed}
      aria-pressed={isFollowed}
      data-live-id={entry.interactionId}
      onClick={() => onFollow(entry.interactionId)}
    >
      <ChannelIcon channel={entry.channel} />
      <b dir="auto" title={name}>
        {name}
      </b>
      <small title={facts}>{facts}</small>
      <time>
        <Stopwatch since={entry.waitingSince} />
      </time>
    </Person>
  );
});
