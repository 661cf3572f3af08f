import { afterEach, expect, it, vi } from 'vitest';

import { retryDelayMs, spread } from '../../../plugins/attendance/chat/retry';

afterEach(() => void vi.restoreAllMocks());

it('[C2] waits twice as long after each failure, half a minute at most', () => {
  expect([1, 2, 3, 9].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 30_000]);
});

it.each([
  [0, 500],
  [0.5, 750],
  [0.999, 999.5],
])('[Z139] spreads those who were refused together: %d', (chance, delayMs) => {
  vi.spyOn(Math, 'random').mockReturnValue(chance);
  expect(spread(1_000)).toBe(delayMs);
});
