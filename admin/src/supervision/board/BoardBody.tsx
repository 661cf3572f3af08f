import { Button, Loader } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { Board, BoardAgent } from '../../../../plugins/attendance/protocol/supervision/board';
import { useAttendance } from '../../attendance/attendance';
import type { BoardDesk } from '../../desks/board-desk';
import type { BoardState } from '../../desks/board-state';
import { useTexts } from '../../i18n/useTexts';
import { Sentence } from '../Sentence';
import { AgentsPanel } from './agents/AgentsPanel';
import { FigureRow } from './figures/FigureRow';
import { size } from './look/board-sizes';
import { QueuePanel } from './QueuePanel';

const Halves = styled.div`
  display: grid;
  grid-template-columns: minmax(0, calc(var(--board-queue, 340) * var(--board-unit, 1px))) minmax(0, 1fr);
  align-items: start;
  gap: ${size(16)};
  @container board (max-width: 1099px) {
    grid-template-columns: minmax(0, ${size(280)}) minmax(0, 1fr);
  }
  @container board (max-width: 719px) {
    grid-template-columns: minmax(0, 1fr);
  }
  /* What stands still is told from what is live without a word, and its words stay legible. */
  &[data-is-stale='true'] {
    filter: grayscale(1);
  }
`;

interface BoardBodyProps {
  readonly desk: BoardDesk | null;
  readonly state: BoardState;
  readonly followedId: InteractionId | null;
  readonly isWall: boolean;
  readonly onFollow: (id: InteractionId) => void;
  readonly onSetOffline: (agent: BoardAgent) => void;
}

/** The figures, the queue and the agents, or why they are not shown. */
export function BoardBody({ desk, state, ...more }: BoardBodyProps) {
  const t = useTexts();
  const isRefused = useAttendance(({ connection }) => connection === 'refused');
  const { board, refusal, standing } = state;
  if (standing === 'refused' && refusal !== null)
    return (
      <Sentence role="alert">
        {t('supervision.board.refused', { reason: t(`ui.error.${refusal}`) })}
        {refusal !== 'forbidden' && (
          <Button variant="tertiary" onClick={() => desk?.retry()}>
            {t('ui.retry')}
          </Button>
        )}
      </Sentence>
    );
  if (board === null)
    return <Sentence>{!isRefused && <Loader small>{t('supervision.board.loading')}</Loader>}</Sentence>;
  return <FilledBoard board={board} isStale={standing !== 'live'} {...more} />;
}

interface FilledBoardProps extends Omit<BoardBodyProps, 'desk' | 'state'> {
  readonly board: Board;
  /** Whether it stands still: dimmed, for what it shows may have changed. */
  readonly isStale: boolean;
}

function FilledBoard({ board, followedId, isStale, isWall, onFollow, onSetOffline }: FilledBoardProps) {
  const { agents, queues, today, waiting, waitingCount } = board;
  return (
    <>
      <FigureRow agents={agents} queues={queues} today={today} waitingCount={waitingCount} />
      <Halves data-is-stale={isStale}>
        <QueuePanel
          queues={queues}
          waiting={waiting}
          waitingCount={waitingCount}
          followedId={followedId}
          isWall={isWall}
          onFollow={onFollow}
        />
        <AgentsPanel
          agents={agents}
          followedId={followedId}
          isWall={isWall}
          onFollow={onFollow}
          onSetOffline={onSetOffline}
        />
      </Halves>
    </>
  );
}
