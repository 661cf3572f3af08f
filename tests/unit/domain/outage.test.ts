import { describe, expect, it } from 'vitest';

import { absenceOf } from '../../../plugins/attendance/server/src/domain/interactions/outage';

const NOW = 1_750_000_000_000;

describe('by how much an outage moves a deadline', () => {
  it.each([
    ['the service was there a moment ago', NOW - 60_000, NOW - 1_000, 0],
    ['it was away for no longer than a sweep takes', NOW - 60_000, NOW - 3_000, 0],
    ['it was away since long after it was set', NOW - 60_000, NOW - 10_000, 10_000],
    [
      'it was set after the last beat that was written, which one may have followed',
      NOW - 10_000,
      NOW - 60_000,
      11_000,
    ],
    ['it was set a moment ago, whenever the service beat', NOW - 2_000, NOW - 60_000, 0],
    ['nobody ever beat', NOW - 10_000, 0, 11_000],
  ])('[P4] %s', (_, setAt, lastBeat, moved) => {
    expect(absenceOf(setAt, lastBeat, NOW)).toBe(moved);
  });
});
