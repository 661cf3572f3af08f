import { describe, expect, it } from 'vitest';

import { readWhole } from '../../../../admin/src/print/read-whole';
import type { Message } from '../../../../plugins/attendance/protocol/messages/messages';

const message = (sequence: number): Message => ({
  side: 'visitor',
  sequence,
  clientMessageId: `m-${sequence}`,
  body: `linha ${sequence}`,
  sentAt: sequence,
});
const ALL = Array.from({ length: 250 }, (_, index) => message(index + 1));
const page = (after: number) => ({
  ok: true as const,
  data: {
    messages: ALL.filter(({ sequence }) => sequence > after).slice(0, 100),
    hasMore: after + 100 < ALL.length,
  },
});
const refused = (code: 'rate_limited' | 'not_found') => ({
  ok: false as const,
  error: { code, message: '', retryAfterMs: 40 },
});

describe('a transcript that is read for printing', () => {
  it('[Z133] finding C7: is whole, however many pages it has, and waits where it is asked to', async () => {
    const waited: number[] = [];
    let asked = 0;
    const messages = await readWhole(
      (after) => Promise.resolve((asked += 1) === 2 ? refused('rate_limited') : page(after)),
      { rest: (ms) => Promise.resolve(void waited.push(ms)) },
    );
    expect(messages).toEqual(ALL);
    expect(waited).toEqual([40]);
  });

  it('[Z133] finding C7: is none where a part of it is refused, or nobody wants it any more', async () => {
    const refusedLater = readWhole((after) => Promise.resolve(after === 0 ? page(0) : refused('not_found')));
    expect(await refusedLater).toBeNull();
    let isWanted = true;
    const left = readWhole(
      (after) => {
        isWanted = after === 0;
        return Promise.resolve(page(after));
      },
      { isWanted: () => isWanted },
    );
    expect(await left).toBeNull();
  });

  it('[Z133] finding C7: ends where a page brings nothing new', async () => {
    const stuck = { ok: true as const, data: { messages: [message(1)], hasMore: true } };
    expect(await readWhole(() => Promise.resolve(stuck))).toEqual([message(1)]);
  });
});
