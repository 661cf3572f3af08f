import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { INITIAL_STATE, type ConnectionState } from '../../../../admin/src/model/state';
import type { SearchAnswer, SearchPayload } from '../../../../admin/src/realtime/search-commands';
import { openSearchDesk, type SearchDesk } from '../../../../admin/src/desks/search-desk';
import type { Answer, ProtocolError } from '../../../../plugins/attendance/protocol/shared/errors';
import { id } from '../builders';
import { page } from '../search/search-builders';

interface Asked {
  readonly query: SearchPayload;
  answer(answer: SearchAnswer): Promise<void>;
  refuse(error: Omit<ProtocolError, 'message'>): Promise<void>;
}

let asked: Asked[];
let connection: ConnectionState;
let listeners: (() => void)[];
let desk: SearchDesk;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  connection = 'live';
  listeners = [];
  desk = openSearchDesk(
    {
      getState: () => ({ ...INITIAL_STATE, connection }),
      subscribe: (listener) => {
        listeners.push(listener);
        return () => (listeners = listeners.filter((each) => each !== listener));
      },
    },
    {
      searchInteractions: (query) =>
        new Promise((resolve) => {
          const settle = async (answer: Answer<SearchAnswer>): Promise<void> => {
            resolve(answer);
            await vi.advanceTimersByTimeAsync(0);
          };
          asked.push({
            query,
            answer: (data) => settle({ ok: true, data }),
            refuse: (error) => settle({ ok: false, error: { ...error, message: '' } }),
          });
        }),
      searchedAgents: () => Promise.resolve([{ id: id(7), name: 'Ana' }]),
    },
  );
});
afterEach(() => {
  desk.stop();
  vi.useRealTimers();
});

const last = (): Asked => {
  const one = asked.at(-1);
  if (one === undefined) throw new Error('nothing was asked');
  return one;
};
const connect = (to: ConnectionState): void => {
  connection = to;
  for (const listener of listeners) listener();
};
const foundIds = () => desk.getState().found?.map((each) => Number(each.id));

describe('the search of an agent', () => {
  it('[A8] begins with the newest, and with who may be asked for', async () => {
    desk.enter();
    expect(last().query).toEqual({ text: '', tagIds: [] });
    await last().answer(page([9, 8], true));
    expect(foundIds()).toEqual([9, 8]);
    expect(desk.getState().agents).toEqual([{ id: 7, name: 'Ana' }]);
    desk.more();
    expect(last().query).toEqual({ text: '', tagIds: [], before: 8 });
    await last().answer(page([7]));
    expect(foundIds()).toEqual([9, 8, 7]);
  });

  it('[A8] asks again for the same words when Enter is pressed: something may have ended meanwhile', async () => {
    desk.enter();
    await last().answer(page([]));
    desk.type('queijo');
    // Enter does not wait for the keys to rest, and nothing is asked twice.
    desk.submit();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.map(({ query }) => query.text)).toEqual(['', 'queijo']);
    await last().answer(page([]));
    desk.submit();
    expect(asked.map(({ query }) => query.text)).toEqual(['', 'queijo', 'queijo']);
    await last().answer(page([3]));
    expect(foundIds()).toEqual([3]);
  });

  it('[A8] asks once the keys rest, and not for the same words twice', async () => {
    desk.enter();
    await last().answer(page([9]));
    desk.type('pra');
    await vi.advanceTimersByTimeAsync(200);
    desk.type('prazo');
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toHaveLength(2);
    expect(last().query.text).toBe('prazo');
    desk.type('prazo ');
    desk.type('prazos');
    desk.type('prazo');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(2);
  });

  it('[A8] the last asked for counts, in whichever order the answers come', async () => {
    desk.enter();
    const slow = last();
    desk.narrow({ channel: 'voice' });
    expect(last().query).toMatchObject({ channel: 'voice' });
    await last().answer(page([3]));
    await slow.answer(page([9, 8]));
    expect(foundIds()).toEqual([3]);
    desk.widen();
    expect(last().query).toEqual({ text: '', tagIds: [] });
  });

  it('[A8] [Z6] [Z86] refused by rate, it waits as long as it is told and asks again by itself', async () => {
    desk.enter();
    await last().refuse({ code: 'rate_limited', retryAfterMs: 700 });
    expect(desk.getState().progress).toBe('asking');
    await vi.advanceTimersByTimeAsync(699);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    await last().answer(page([9]));
    expect(desk.getState().progress).toBe('idle');
  });

  it('[A8] failed, it is tried again by hand, and by itself once the connection is back', async () => {
    desk.enter();
    await last().refuse({ code: 'unavailable' });
    expect(desk.getState().progress).toBe('failed');
    desk.retry();
    await last().refuse({ code: 'unavailable' });
    connect('reconnecting');
    expect(asked).toHaveLength(2);
    connect('live');
    expect(asked).toHaveLength(3);
    await last().answer(page([9], true));
    desk.more();
    await last().refuse({ code: 'internal' });
    expect(desk.getState()).toMatchObject({ progress: 'failed-more' });
    desk.retry();
    expect(last().query).toMatchObject({ before: 9 });
  });

  it('[A8] [Z85] come back to, it is as it was, with what ended meanwhile above', async () => {
    desk.enter();
    await last().answer(page([9, 8]));
    desk.choose(id(8));
    desk.enter();
    expect(desk.getState()).toMatchObject({ progress: 'idle', chosen: { interaction: { id: 8 } } });
    expect(foundIds()).toEqual([9, 8]);
    await last().answer(page([10, 9, 8]));
    expect(foundIds()).toEqual([10, 9, 8]);
  });

  it('[A8] is silent once it is stopped', async () => {
    desk.enter();
    desk.stop();
    await last().answer(page([9]));
    expect(foundIds()).toBeUndefined();
    expect(listeners).toHaveLength(0);
  });
});
