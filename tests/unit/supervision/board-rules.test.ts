import { describe, expect, it } from 'vitest';

import { mayAttend, queuesOf } from '../../../plugins/attendance/server/src/domain/supervision/board';

const SALES = { id: 1 };
const HELP = { id: 2 };
const waits = (
  department: { readonly id: number } | null,
  waitingSince: number,
  awayUntil: number | null = null,
  channel: 'chat' | 'voice' | 'video' = 'chat',
) => ({ department, waitingSince, awayUntil, channel });

describe('the queues of the live board', () => {
  it('[D3] are one for each department, longest wait first, and one for anybody', () => {
    expect(
      queuesOf([waits(SALES, 300), waits(null, 100), waits(SALES, 200, null, 'video'), waits(HELP, 150)]),
    ).toEqual([
      { department: null, waiting: { chat: 1, voice: 0, video: 0 }, away: 0, longestSince: 100 },
      { department: HELP, waiting: { chat: 1, voice: 0, video: 0 }, away: 0, longestSince: 150 },
      { department: SALES, waiting: { chat: 1, voice: 0, video: 1 }, away: 0, longestSince: 200 },
    ]);
  });

  it('[D3] count who is away apart: their wait is nobody’s, and a queue of them alone comes last', () => {
    expect(queuesOf([waits(SALES, 1, 9), waits(HELP, 7), waits(HELP, 2, 9)])).toEqual([
      { department: HELP, waiting: { chat: 1, voice: 0, video: 0 }, away: 1, longestSince: 7 },
      { department: SALES, waiting: { chat: 0, voice: 0, video: 0 }, away: 1, longestSince: null },
    ]);
    expect(queuesOf([])).toEqual([]);
  });

  it('[D3] the board lists agents who can sign in and have been here', () => {
    expect(mayAttend({ isNeverHere: false, isUserGone: false })).toBe(true);
    expect(mayAttend({ isNeverHere: true, isUserGone: false })).toBe(false);
    expect(mayAttend({ isNeverHere: false, isUserGone: true })).toBe(false);
  });
});
