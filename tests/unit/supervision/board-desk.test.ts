import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openBoardDesk, type BoardDesk } from '../../../admin/src/desks/board-desk';
import { INITIAL_STATE, type ConnectionState } from '../../../admin/src/model/state';
import type { Board } from '../../../plugins/attendance/protocol/supervision/board';
import type { Answer, ProtocolError } from '../../../plugins/attendance/protocol/shared/errors';
import { board } from './board-builders';

type Told = Answer<{ board: Board }>;

let asked: ((answer: Told) => Promise<void>)[];
let unwatched: number;
let connection: ConnectionState;
let listeners: (() => void)[];
let desk: BoardDesk;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  unwatched = 0;
  connection = 'live';
  listeners = [];
  desk = openBoardDesk(
    {
      getState: () => ({ ...INITIAL_STATE, connection }),
      subscribe: (listener) => {
        listeners.push(listener);
        return () => (listeners = listeners.filter((each) => each !== listener));
      },
    },
    {
      watchBoard: () =>
        new Promise((resolve) => {
          asked.push(async (answer) => {
            resolve(answer);
            await vi.advanceTimersByTimeAsync(0);
          });
        }),
      unwatchBoard: () => {
        unwatched += 1;
      },
    },
  );
});
afterEach(() => {
  desk.stop();
  vi.useRealTimers();
});

const answer = (news: Board): Promise<void> =>
  asked.at(-1)?.({ ok: true, data: { board: news } }) ?? Promise.reject(new Error('nothing was asked'));
const refuse = (error: Omit<ProtocolError, 'message'>): Promise<void> =>
  asked.at(-1)?.({ ok: false, error: { ...error, message: '' } }) ?? Promise.resolve();
const connect = (to: ConnectionState): void => {
  connection = to;
  for (const listener of listeners) listener();
};

describe('watching the board', () => {
  it('[D3] asks once for all who look, and says so when the last has gone', async () => {
    const [one, other] = [desk.watch(), desk.watch()];
    expect(asked).toHaveLength(1);
    await answer(board());
    expect(desk.getState()).toMatchObject({ standing: 'live', board: board() });
    one();
    one();
    expect(unwatched).toBe(0);
    other();
    expect(unwatched).toBe(1);
  });

  it('[D3] takes facts without asking, and none when nobody looks', async () => {
    desk.hear({ type: 'board:changed', fact: { board: board() } });
    expect(desk.getState().board).toBeNull();
    desk.watch();
    await answer(board());
    desk.hear({ type: 'board:changed', fact: { board: board({ asOf: 11_000, waitingCount: 3 }) } });
    expect(desk.getState().board?.waitingCount).toBe(3);
    expect(asked).toHaveLength(1);
  });

  it('[D3] asks again after a new connection, and shows what it had meanwhile', async () => {
    desk.watch();
    await answer(board({ waitingCount: 2 }));
    connect('reconnecting');
    expect(desk.getState()).toMatchObject({ standing: 'lost', board: { waitingCount: 2 } });
    connect('live');
    expect(asked).toHaveLength(2);
    await answer(board({ asOf: 20_000 }));
    expect(desk.getState()).toMatchObject({ standing: 'live', board: { waitingCount: 0 } });
  });

  it('[D3] begins as soon as there is a connection', async () => {
    connect('connecting');
    desk.watch();
    expect(asked).toHaveLength(0);
    expect(desk.getState()).toMatchObject({ standing: 'lost', board: null });
    connect('live');
    await answer(board());
    expect(desk.getState().standing).toBe('live');
  });

  it('[D3] an answer to an earlier connection, or to who has left, changes nothing', async () => {
    const leave = desk.watch();
    connect('reconnecting');
    await answer(board());
    expect(desk.getState().board).toBeNull();
    connect('live');
    leave();
    await answer(board());
    expect(desk.getState().board).toBeNull();
  });

  it('[D3] a refusal is told, and tried again by hand', async () => {
    desk.watch();
    await refuse({ code: 'forbidden' });
    expect(desk.getState()).toMatchObject({ standing: 'refused', refusal: 'forbidden' });
    desk.retry();
    await answer(board());
    expect(desk.getState()).toMatchObject({ standing: 'live', refusal: null });
  });

  it('[D3] who asked too often asks again when told to', async () => {
    desk.watch();
    await refuse({ code: 'rate_limited', retryAfterMs: 700 });
    await vi.advanceTimersByTimeAsync(699);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
  });

  it('[D3] who asked too often asks nothing after the connection has gone', async () => {
    desk.watch();
    await refuse({ code: 'rate_limited', retryAfterMs: 700 });
    connect('reconnecting');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(1);
    expect(desk.getState().standing).toBe('lost');
  });
});
