import { describe, expect, it } from 'vitest';

import { changeOf, comparable } from '../../../admin/src/reports/format/change';
import {
  ABSENT,
  formatDays,
  formatMoment,
  formatRating,
  formatShare,
  formatSpread,
  formatWeekday,
  shareOf,
} from '../../../admin/src/reports/format/figures';
import { countTicks, formatTimeTick, timeTicks } from '../../../admin/src/reports/format/ticks';
import { pressed, sortRows } from '../../../admin/src/reports/tables/sort-rows';

const NO_RATING = {
  asked: 0,
  rated: 0,
  stars: [0, 0, 0, 0, 0] as [number, number, number, number, number],
  meanStars: null,
  thumbsUp: 0,
  thumbsDown: 0,
};
/** Some languages put a space between number and sign that is no common one. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('figures', () => {
  it('[Z167] a spread is its median, its 90th percentile and beside them its mean, and a dash where there is none', () => {
    const spread = { count: 3, absent: 0, medianMs: 42_000, p90Ms: 190_000, meanMs: 60_000 };
    expect(formatSpread(spread)).toBe('0:42 · 3:10 · ø 1:00');
    expect(formatSpread({ count: 0, absent: 3, medianMs: null, p90Ms: null, meanMs: null })).toBe(ABSENT);
  });

  it('[Z167] a share of nothing does not exist', () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(formatShare(shareOf(0, 0), 'pt-BR')).toBe(ABSENT);
    expect(plain(formatShare(shareOf(1, 3), 'pt-BR'))).toBe('33,3%');
    expect(plain(formatShare(shareOf(1, 1), 'es'))).toBe('100 %');
  });

  it('[Z167] ratings are told by the scales in use', () => {
    expect(formatRating(NO_RATING, 'en')).toBe(ABSENT);
    expect(formatRating({ ...NO_RATING, stars: [0, 0, 0, 2, 3], meanStars: 4.6 }, 'pt-BR')).toBe('4,6 ★');
    expect(formatRating({ ...NO_RATING, thumbsUp: 9, thumbsDown: 1 }, 'en')).toBe('90%');
    expect(formatRating({ ...NO_RATING, meanStars: 4, thumbsUp: 1 }, 'en')).toBe('4 ★ · 100%');
  });

  it('[Z167] a moment is told in the report’s time zone, a date in none', () => {
    const at = Date.UTC(2026, 10, 30, 1, 30);
    expect(formatMoment(at, 'pt-BR', 'America/Sao_Paulo')).toBe('29/11/2026, 22:30');
    expect(formatMoment(at, 'pt-BR', 'Europe/Lisbon')).toBe('30/11/2026, 01:30');
    expect(formatDays({ from: '2026-11-01', to: '2026-11-01' }, 'en')).toBe('Nov 1, 2026');
    expect([0, 6].map((weekday) => formatWeekday(weekday, 'en'))).toEqual(['Monday', 'Sunday']);
  });
});

describe('the change against the period before', () => {
  it.each([
    [110, 100, 'more', { direction: 'up', share: 0.1, tone: 'better' }],
    [110, 100, 'less', { direction: 'up', share: 0.1, tone: 'worse' }],
    [90, 100, 'less', { direction: 'down', share: 0.1, tone: 'better' }],
    [90, 100, 'neither', { direction: 'down', share: 0.1, tone: 'neither' }],
    [5, 0, 'more', { direction: 'up', share: null, tone: 'better' }],
    [0, 0, 'more', { direction: 'same', share: 0, tone: 'neither' }],
  ] as const)('[Z166] of %s after %s, where %s is better', (now, before, better, change) => {
    expect(changeOf(now, before, better)).toEqual(change);
  });

  it('[Z166] is none against a period without interactions', () => {
    expect(comparable({ volume: 0 })).toBeNull();
    expect(comparable({ volume: 1 })).toEqual({ volume: 1 });
  });

  it('[Z167] does not exist where one of the figures does not', () => {
    expect(changeOf(null, 3, 'more')).toBeNull();
    expect(changeOf(3, null, 'more')).toBeNull();
  });
});

describe('axes', () => {
  it.each([
    [0, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [23, [0, 5, 10, 15, 20, 25]],
    [501, [0, 200, 400, 600]],
  ])('[Z166] counts up to %s', (max, ticks) => {
    expect(countTicks(max)).toEqual(ticks);
  });

  it.each([
    [0, ['0', '1 s']],
    [95_000, ['0', '30 s', '1 min', '1:30 min', '2 min']],
    [600_000, ['0', '2 min', '4 min', '6 min', '8 min', '10 min']],
    [7_200_000, ['0', '30 min', '1 h', '1:30 h', '2 h']],
  ])('[Z166] times up to %s ms have numbers of a clock', (max, ticks) => {
    expect(timeTicks(max).map(formatTimeTick)).toEqual(ticks);
  });
});

describe('the rows of a table', () => {
  const rows = [
    { name: 'Érica', value: 3 },
    { name: 'Zeca', value: null },
    { name: 'Ana 10', value: 12 },
    { name: 'Ana 9', value: 1 },
  ];
  const names = (sorted: typeof rows) => sorted.map(({ name }) => name);

  it('[Z167] are sorted by a figure, those without one last either way', () => {
    expect(names(sortRows(rows, ({ value }) => value, 'ascending', 'pt-BR'))).toEqual([
      'Ana 9',
      'Érica',
      'Ana 10',
      'Zeca',
    ]);
    expect(names(sortRows(rows, ({ value }) => value, 'descending', 'pt-BR'))).toEqual([
      'Ana 10',
      'Érica',
      'Ana 9',
      'Zeca',
    ]);
  });

  it('[Z165] are sorted by their names as people of the language sort', () => {
    expect(names(sortRows(rows, ({ name }) => name, 'ascending', 'pt-BR'))).toEqual([
      'Ana 9',
      'Ana 10',
      'Érica',
      'Zeca',
    ]);
  });

  it('[Z165] turn round when their column is pressed again', () => {
    const byName = pressed({ key: 'volume', order: 'descending' }, 'name', true);
    expect(byName).toEqual({ key: 'name', order: 'ascending' });
    expect(pressed(byName, 'name', true)).toEqual({ key: 'name', order: 'descending' });
    expect(pressed(byName, 'volume', false)).toEqual({ key: 'volume', order: 'descending' });
  });
});
