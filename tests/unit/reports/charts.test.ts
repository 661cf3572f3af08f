import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CHART_COLOURS, HEAT, heatOf } from '../../../admin/src/reports/charts/chart-colours';
import { isMarkOf, labelEvery, nameOf } from '../../../admin/src/reports/charts/chart-points';
import { moveMark, tabMark } from '../../../admin/src/reports/charts/move-mark';
import { behindTo } from '../../../admin/src/reports/address/drill';
import { addDays } from '../../../admin/src/reports/address/periods';
import { countAt, firstPlace } from '../../../admin/src/reports/overview/heat-places';
import {
  levelPoints,
  maxOf,
  spansOf,
  timePoints,
  volumePoints,
} from '../../../admin/src/reports/overview/day-points';
import type { ReportDay } from '../../../plugins/attendance/protocol/reports/reports';
import { contrast } from '../../../widget/colour/accent';

/** Cards of Strapi's themes. */
const CARDS = { light: '#ffffff', dark: '#212134' } as const;
const MODES = ['light', 'dark'] as const;

const ADDRESS = { period: 'last-30', filters: {}, conditions: {} } as const;
const CONTEXT = {
  locale: 'en',
  behind: (figure: Parameters<typeof behindTo>[1]) => behindTo(ADDRESS, figure),
} as const;

function dayOf(date: string, part: Partial<ReportDay> = {}): ReportDay {
  return {
    date,
    byChannel: { chat: 4, voice: 2, video: 0 },
    abandoned: 1,
    missed: 0,
    waitingMedianMs: 10_000,
    waitingP90Ms: 40_000,
    firstResponseMedianMs: null,
    firstResponseP90Ms: null,
    level: { met: 3, measured: 4 },
    ...part,
  };
}

const daysFrom = (date: string, count: number): ReportDay[] =>
  Array.from({ length: count }, (_, index) => dayOf(addDays(date, index)));

describe('what is drawn', () => {
  it.each(
    MODES.flatMap((mode) =>
      Object.entries(CHART_COLOURS[mode]).map(([name, colour]) => [mode, name, colour] as const),
    ),
  )('[Z166] %s: %s is 3:1 or better on the card', (mode, _, colour) => {
    expect(contrast(colour, CARDS[mode])).toBeGreaterThanOrEqual(3);
  });

  it.each(MODES.flatMap((mode) => HEAT[mode].map((shade, step) => [mode, step, shade] as const)))(
    '[Z166] %s: the count on step %s of the heat map is 4.5:1 or better',
    (_, __, { background, ink }) => {
      expect(contrast(ink, background)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('[Z166] the heat map has a step of its own for none, and the last one for the most', () => {
    expect([0, 1, 25, 26, 100].map((count) => heatOf(count, 100))).toEqual([0, 1, 1, 2, 4]);
    expect(heatOf(0, 0)).toBe(0);
  });
});

describe('points by day', () => {
  it('[Z166] have the parts of their channels and what was lost, each with its interactions', () => {
    const [point] = volumePoints(spansOf([dayOf('2026-11-12')]), CONTEXT);
    const at = '/plugins/attendance-reports/interactions?from=2026-11-12&to=2026-11-12';
    expect(point?.to).toBe(at);
    expect(point?.bars.map(({ drawn, to, value }) => [drawn, value, to])).toEqual([
      ['chat', 4, `${at}&channel=chat`],
      ['voice', 2, `${at}&channel=voice`],
      ['video', 0, `${at}&channel=video`],
    ]);
    expect(point?.lines.map(({ drawn, to, value }) => [drawn, value, to])).toEqual([
      ['abandoned', 1, `${at}&outcome=abandoned`],
      ['missed', 0, `${at}&has=missed`],
    ]);
    expect(point && nameOf(point, (drawn) => drawn)).toBe(
      'Thu, Nov 12, 2026: chat 4, voice 2, video 0, abandoned 1, missed 0',
    );
    expect(maxOf(point === undefined ? [] : [point])).toBe(6);
  });

  it('[Z167] have no point where a measure does not exist', () => {
    const [waiting] = timePoints([dayOf('2026-11-12')], 'waiting', CONTEXT);
    expect(waiting?.lines.map(({ text, value }) => [value, text])).toEqual([
      [10_000, '0:10'],
      [40_000, '0:40'],
    ]);
    const [response] = timePoints([dayOf('2026-11-12')], 'firstResponse', CONTEXT);
    expect(response?.lines.map(({ text, value }) => [value, text])).toEqual([
      [null, '–'],
      [null, '–'],
    ]);
    const [level] = levelPoints(spansOf([dayOf('2026-11-12', { level: { met: 0, measured: 0 } })]), CONTEXT);
    expect(level?.lines[0]?.value).toBeNull();
  });

  it('[Z166] a share opens the interactions that the service level counts', () => {
    const [point] = levelPoints(spansOf([dayOf('2026-11-12')]), CONTEXT);
    expect(point?.lines[0]).toMatchObject({ value: 0.75, text: '75% (3/4)' });
    expect(point?.to).toMatch(/from=2026-11-12&to=2026-11-12&level=measured$/);
  });

  it('[Z166] become weeks from Monday on, and months, where they would be too many to tell apart', () => {
    expect(spansOf(daysFrom('2026-08-03', 120))).toHaveLength(120);
    const weeks = spansOf(daysFrom('2026-01-01', 334));
    expect(weeks[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-04', abandoned: 4 });
    expect(weeks[1]).toMatchObject({ from: '2026-01-05', to: '2026-01-11', byChannel: { chat: 28 } });
    const months = spansOf(daysFrom('2020-01-01', 2_000));
    expect(months[1]).toMatchObject({
      from: '2020-02-01',
      to: '2020-02-29',
      level: { met: 87, measured: 116 },
    });
  });

  it('[Z166] lose no interaction on the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500 }), (count) => {
        const spans = spansOf(daysFrom('2021-03-05', count));
        expect(spans.reduce((sum, { byChannel }) => sum + byChannel.chat, 0)).toBe(4 * count);
        expect(spans[0]?.from).toBe('2021-03-05');
        expect(spans.at(-1)?.to).toBe(addDays('2021-03-05', count - 1));
      }),
      { numRuns: 50 },
    );
  });

  it('[Z166] have as many labels as fit', () => {
    expect(labelEvery(7, 900)).toBe(1);
    expect(labelEvery(30, 900)).toBe(3);
    expect(labelEvery(30, 240)).toBe(8);
  });
});

describe('the mark that Tab leads to', () => {
  const first = { column: 0, row: 0 };

  it('[Z166] is the last focused one while it is there, else the first', () => {
    const few = volumePoints(spansOf(daysFrom('2026-11-12', 2)), CONTEXT);
    const isMark = (place: Parameters<typeof isMarkOf>[1]): boolean => isMarkOf(few, place);
    expect(tabMark(null, first, isMark)).toBe(first);
    const focused = { column: 1, row: 2 };
    expect(tabMark(focused, first, isMark)).toBe(focused);
    // Of more days before the filter changed, and a part that is nothing.
    expect(tabMark({ column: 6, row: 0 }, first, isMark)).toBe(first);
    expect(tabMark({ column: 1, row: 3 }, first, isMark)).toBe(first);
  });

  it('[Z166] of the heat map is a cell with interactions, on a phone too', () => {
    const hours = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
    hours[2]?.splice(14, 1, 5);
    for (const [isNarrow, place] of [
      [false, { column: 14, row: 2 }],
      [true, { column: 2, row: 14 }],
    ] as const) {
      expect(firstPlace(hours, isNarrow)).toEqual(place);
      expect(countAt(hours, isNarrow, place)).toBe(5);
      expect(countAt(hours, !isNarrow, place)).toBe(0);
    }
  });
});

describe('arrow keys in a chart', () => {
  const places = [
    { column: 0, row: 0 },
    { column: 0, row: 1 },
    { column: 1, row: 0 },
    { column: 2, row: 0 },
    { column: 2, row: 1 },
  ];

  it.each([
    ['ArrowRight', { column: 0, row: 0 }, { column: 1, row: 0 }],
    ['ArrowLeft', { column: 1, row: 0 }, { column: 0, row: 0 }],
    ['ArrowDown', { column: 0, row: 0 }, { column: 0, row: 1 }],
    ['ArrowUp', { column: 2, row: 1 }, { column: 2, row: 0 }],
    ['End', { column: 0, row: 1 }, { column: 2, row: 1 }],
    ['Home', { column: 2, row: 0 }, { column: 0, row: 0 }],
  ])('[Z166] %s leads on', (key, from, to) => {
    expect(moveMark(places, from, key)).toEqual(to);
  });

  it('[Z166] pass over a day that lacks the part', () => {
    expect(moveMark(places, { column: 0, row: 1 }, 'ArrowRight')).toEqual({ column: 2, row: 1 });
  });

  it('[Z166] stay where nothing is that way, and for other keys', () => {
    const from = { column: 2, row: 0 };
    expect(moveMark(places, from, 'ArrowRight')).toBe(from);
    expect(moveMark(places, from, 'Enter')).toBe(from);
  });
});
