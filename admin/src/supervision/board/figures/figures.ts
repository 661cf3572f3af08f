import type {
  Board,
  BoardQueue,
  TodayFigures,
} from '../../../../../plugins/attendance/protocol/supervision/board';
import { formatDuration } from '../../../../../plugins/attendance/protocol/shared/text/format-duration';
import type { Translate } from '../../../i18n/useTexts';
import { freePlacesOf } from '../agents/agent-state';

/** Returns the service level in per cent, as a whole number that is 100 only when all were in time; null without anything measured. */
export function levelPercent({ measured, met }: TodayFigures['level']): number | null {
  if (measured === 0) return null;
  return met === measured ? 100 : Math.min(99, Math.round((met / measured) * 100));
}

/** Returns the queue whose first present visitor has waited longest of all; null where nobody present waits. */
export function longestQueue(queues: Board['queues']): BoardQueue | null {
  const sinceOf = (queue: BoardQueue | null): number => queue?.longestSince ?? Infinity;
  return queues.reduce<BoardQueue | null>(
    (first, queue) => (sinceOf(queue) < sinceOf(first) ? queue : first),
    null,
  );
}

export interface AgentFigures {
  /** Agents who are Online and connected. */
  readonly online: number;
  readonly all: number;
  /** Chats that could still be given. */
  readonly free: number;
}

export function agentFigures(agents: Board['agents']): AgentFigures {
  return {
    online: agents.filter(({ isConnected, presence }) => presence === 'online' && isConnected).length,
    all: agents.length,
    free: agents.reduce((sum, agent) => sum + freePlacesOf(agent), 0),
  };
}

export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly hint: string;
}

/** Returns today's figures in the order of the board; those that tick, and the service level, are made beside them. */
export function todayFigures(today: TodayFigures, t: Translate): readonly Figure[] {
  const { abandoned, answered, missed, requested, waitingMedianMs } = today;
  return [
    {
      key: 'requested',
      label: t('supervision.board.figure.requested'),
      value: String(requested),
      hint: t('supervision.board.figure.answered', { count: answered }),
    },
    {
      key: 'abandoned',
      label: t('supervision.board.figure.lost'),
      value: String(abandoned),
      hint: t('supervision.board.figure.missed', { count: missed }),
    },
    {
      key: 'median',
      label: t('supervision.board.figure.median'),
      value: waitingMedianMs === null ? '–' : formatDuration(waitingMedianMs),
      hint:
        waitingMedianMs === null ? t('supervision.board.figure.none') : t('supervision.board.figure.today'),
    },
  ];
}
