import { isDeepStrictEqual } from 'node:util';

import type { Board } from '../../../../protocol/supervision/board';
import type { Clock } from '../../application/clock';
import type { ConnectionId, Publisher } from '../../application/interactions/publisher';
import { boardGroup } from '../connection/channel-groups';
import type { Facts } from '../connection/facts';
import type { ConnectionGroups } from '../connection/followings';

export interface BoardPublisherPorts {
  readonly clock: Clock;
  readonly facts: Pick<Facts, 'passing'>;
  readonly groups: ConnectionGroups;
  readonly read: () => Promise<Board>;
}

/** Sends the live board to those who watch it [D3]: once for however much changed since the last time. */
export interface BoardPublisher {
  /** Resolves to the board as it is, and sends what changes from now on; null where the connection is gone. */
  watch(this: void, id: ConnectionId): Promise<Board | null>;
  unwatch(this: void, id: ConnectionId): void;
  /** Marks the board as changed. */
  changed(this: void): void;
  /** Sends the board if it changed and somebody watches; called each second. A reading that fails is made again at the next call. */
  announce(this: void): Promise<void>;
  /** Adds the board to those whom a publisher notifies. */
  around(publisher: Publisher): Publisher;
}

/** Age in ms at which the board is read though nothing is known to have changed: a day may have begun, or a setting have changed. */
const LOOK_AGAIN_MS = 15_000;

export function createBoardPublisher({ clock, facts, groups, read }: BoardPublisherPorts): BoardPublisher {
  const watchers = new Set<ConnectionId>();
  let isStale = false;
  let readAt = 0;
  let last: Board | null = null;
  const changed = (): void => {
    isStale = true;
  };
  return {
    watch: async (id) => {
      if (!groups.join(id, boardGroup)) return null;
      watchers.add(id);
      // What this one is given, the others may have been before: only what is sent to all compares.
      last = null;
      return read();
    },
    unwatch: (id) => {
      if (watchers.delete(id)) groups.leave(id, boardGroup);
    },
    changed,
    announce: async () => {
      if (watchers.size === 0) return;
      const now = clock.now();
      if (!isStale && now - readAt < LOOK_AGAIN_MS && now >= readAt) return;
      isStale = false;
      readAt = now;
      let board: Board;
      try {
        board = await read();
      } catch (fault) {
        // What changed is still to be sent: the next call reads again.
        changed();
        throw fault;
      }
      if (last !== null && isDeepStrictEqual({ ...board, asOf: 0 }, { ...last, asOf: 0 })) return;
      last = board;
      facts.passing.toWatchers('board:changed', { board });
    },
    around: (publisher) => ({
      ...publisher,
      transitioned: (transition) => {
        publisher.transitioned(transition);
        changed();
      },
      messagePosted: (...posted) => {
        publisher.messagePosted(...posted);
        changed();
      },
      visitorChanged: (stored) => {
        publisher.visitorChanged(stored);
        changed();
      },
      deadlinesMoved: (stored) => {
        publisher.deadlinesMoved(stored);
        changed();
      },
      queueChanged: () => {
        publisher.queueChanged();
        changed();
      },
    }),
  };
}
