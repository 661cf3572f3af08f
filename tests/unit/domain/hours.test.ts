import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hoursUpdateSchema, type OpenInterval } from '../../../plugins/attendance/protocol/settings/hours';
import { offsetIn } from '../../../plugins/attendance/server/src/adapters/strapi/time-zone';
import { openState, type Schedule } from '../../../plugins/attendance/server/src/domain/settings/hours';
import { propertyParameters } from '../../support/seed';

const hour = (from: number, to: number): OpenInterval => ({ from: from * 60, to: to * 60 });
const every = (...day: OpenInterval[]): OpenInterval[][] => Array.from({ length: 7 }, () => day);
const schedule = (part: Partial<Schedule>): Schedule => ({
  isOn: true,
  week: every(hour(9, 18)),
  holidays: [],
  ...part,
});
const weekdays = [...every(hour(9, 18)).slice(0, 5), [], []];

interface Case {
  readonly hours: Partial<Schedule>;
  readonly zone?: string;
  readonly at: string;
  readonly isOpen: boolean;
  readonly changesAt: string | null;
}

const DAY_2 = { isYearly: false, intervals: [] };

const CASES: readonly (readonly [string, Case])[] = [
  [
    'off: always open',
    { hours: { isOn: false, week: every() }, at: '2026-11-26T03:00Z', isOpen: true, changesAt: null },
  ],
  [
    'in the middle of the day',
    { hours: {}, at: '2026-11-26T15:00Z', isOpen: true, changesAt: '2026-11-26T21:00Z' },
  ],
  ['the first minute', { hours: {}, at: '2026-11-26T12:00Z', isOpen: true, changesAt: '2026-11-26T21:00Z' }],
  [
    'a moment before it',
    { hours: {}, at: '2026-11-26T11:59:59.999Z', isOpen: false, changesAt: '2026-11-26T12:00Z' },
  ],
  [
    'the last minute is over',
    { hours: {}, at: '2026-11-26T21:00Z', isOpen: false, changesAt: '2026-11-27T12:00Z' },
  ],
  [
    'Friday evening',
    { hours: { week: weekdays }, at: '2026-11-27T22:00Z', isOpen: false, changesAt: '2026-11-30T12:00Z' },
  ],
  [
    'the lunch break',
    {
      hours: { week: every(hour(9, 12), hour(13, 18)) },
      at: '2026-11-26T15:30Z',
      isOpen: false,
      changesAt: '2026-11-26T16:00Z',
    },
  ],
  [
    'past midnight, of the day before',
    {
      hours: { week: every(hour(22, 2)) },
      at: '2026-11-26T04:00Z',
      isOpen: true,
      changesAt: '2026-11-26T05:00Z',
    },
  ],
  [
    'past midnight into a closed day',
    {
      hours: { week: [[], [], [hour(22, 2)], [], [], [], []] },
      at: '2026-11-26T04:30Z',
      isOpen: true,
      changesAt: '2026-11-26T05:00Z',
    },
  ],
  [
    'up to midnight and on from it',
    {
      hours: { week: every(hour(0, 2), hour(20, 24)) },
      at: '2026-11-26T23:30Z',
      isOpen: true,
      changesAt: '2026-11-27T05:00Z',
    },
  ],
  [
    'around the clock',
    { hours: { week: every(hour(0, 24)) }, at: '2026-11-26T15:00Z', isOpen: true, changesAt: null },
  ],
  ['never', { hours: { week: every() }, at: '2026-11-26T15:00Z', isOpen: false, changesAt: null }],
  [
    'a holiday for once',
    {
      hours: { holidays: [{ date: '2026-11-26', name: 'A', ...DAY_2 }] },
      at: '2026-11-26T15:00Z',
      isOpen: false,
      changesAt: '2026-11-27T12:00Z',
    },
  ],
  [
    'a holiday of each year, in another year',
    {
      hours: { holidays: [{ date: '2020-12-25', name: 'Natal', isYearly: true, intervals: [] }] },
      at: '2027-12-25T15:00Z',
      isOpen: false,
      changesAt: '2027-12-26T12:00Z',
    },
  ],
  [
    'hours of a holiday, once before yearly',
    {
      hours: {
        holidays: [
          { date: '2020-12-24', name: 'Véspera', isYearly: true, intervals: [] },
          { date: '2026-12-24', name: 'Véspera', isYearly: false, intervals: [hour(9, 12)] },
        ],
      },
      at: '2026-12-24T13:00Z',
      isOpen: true,
      changesAt: '2026-12-24T15:00Z',
    },
  ],
  [
    'the evening before a holiday goes on past midnight',
    {
      hours: { week: every(hour(22, 2)), holidays: [{ date: '2026-11-26', name: 'A', ...DAY_2 }] },
      at: '2026-11-26T04:00Z',
      isOpen: true,
      changesAt: '2026-11-26T05:00Z',
    },
  ],
  [
    'the 29th of February, only where there is one',
    {
      hours: {
        week: every(),
        holidays: [{ date: '2024-02-29', name: 'A', isYearly: true, intervals: [hour(9, 10)] }],
      },
      at: '2027-03-01T12:30Z',
      isOpen: false,
      changesAt: '2028-02-29T12:00Z',
    },
  ],
  [
    'New York before the clock goes forward, and after',
    {
      hours: {},
      zone: 'America/New_York',
      at: '2026-03-08T03:00Z',
      isOpen: false,
      changesAt: '2026-03-08T13:00Z',
    },
  ],
  [
    'New York after the clock went back',
    {
      hours: {},
      zone: 'America/New_York',
      at: '2026-11-01T05:00Z',
      isOpen: false,
      changesAt: '2026-11-01T14:00Z',
    },
  ],
  [
    'an opening in the hour that is left out: with the jump',
    {
      hours: { week: every({ from: 150, to: 300 }) },
      zone: 'America/New_York',
      at: '2026-03-08T06:59Z',
      isOpen: false,
      changesAt: '2026-03-08T07:00Z',
    },
  ],
  [
    'an hour that is left out: not at all',
    {
      hours: { week: every(hour(2, 3)) },
      zone: 'America/New_York',
      at: '2026-03-08T06:59Z',
      isOpen: false,
      changesAt: '2026-03-09T06:00Z',
    },
  ],
  [
    'an hour that comes twice: both times',
    {
      hours: { week: every(hour(1, 2)) },
      zone: 'America/New_York',
      at: '2026-11-01T05:00Z',
      isOpen: true,
      changesAt: '2026-11-01T07:00Z',
    },
  ],
  [
    'half an hour of offset, and of summer time',
    {
      hours: {},
      zone: 'Australia/Lord_Howe',
      at: '2026-07-01T22:00Z',
      isOpen: false,
      changesAt: '2026-07-01T22:30Z',
    },
  ],
];

describe('business hours', () => {
  it.each(CASES)('[R13] %s', (_, { at, changesAt, hours, isOpen, zone = 'America/Sao_Paulo' }) => {
    const state = openState(schedule(hours), offsetIn(zone), Date.parse(at));
    const told = state.changesAt === null ? null : new Date(state.changesAt).toISOString();
    expect({ isOpen: state.isOpen, changesAt: told }).toEqual({
      isOpen,
      changesAt: changesAt === null ? null : new Date(changesAt).toISOString(),
    });
  });

  const anyDay = fc
    .uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 })
    .map((bounds) => bounds.sort((left, right) => left - right))
    .map((bounds) =>
      Array.from({ length: bounds.length >> 1 }, (_, index) => ({
        from: bounds[index * 2] ?? 0,
        to: bounds[index * 2 + 1] ?? 0,
      })),
    );
  const anyCase = fc.record({
    week: fc.array(anyDay, { minLength: 7, maxLength: 7 }),
    zone: fc.constantFrom(
      'America/Sao_Paulo',
      'America/New_York',
      'Europe/Lisbon',
      'Pacific/Apia',
      'Asia/Kolkata',
      'UTC',
    ),
    now: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }),
  });

  it('[R13] is another answer exactly when it was said to be', () => {
    fc.assert(
      fc.property(anyCase, ({ now, week, zone }) => {
        const at = (instant: number) => openState(schedule({ week }), offsetIn(zone), instant);
        const { changesAt, isOpen } = at(now);
        if (changesAt === null) return;
        expect(changesAt).toBeGreaterThan(now);
        expect(at(changesAt - 1)).toEqual({ isOpen, changesAt });
        expect(at(changesAt).isOpen).toBe(!isOpen);
      }),
      propertyParameters('hours, changes', 2_000),
    );
  });

  it('[R13] is what the clock on the wall says, away from its jumps', () => {
    fc.assert(
      fc.property(anyCase, ({ now, week, zone }) => {
        const offsetAt = offsetIn(zone);
        const offset = offsetAt(now);
        if ([-2, -1, 1, 2].some((days) => offsetAt(now + days * 86_400_000) !== offset)) return;
        const wall = new Date(now + offset);
        const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
        const day = week[(wall.getUTCDay() + 6) % 7] ?? [];
        const isOpen = day.some(({ from, to }) => from <= minute && minute < to);
        expect(openState(schedule({ week }), offsetAt, now).isOpen).toBe(isOpen);
      }),
      propertyParameters('hours, wall', 5_000),
    );
  });
});

describe('what an admin sends', () => {
  const hours = {
    version: 0,
    isOn: true,
    timeZone: 'America/Sao_Paulo',
    week: every(hour(9, 18)),
    holidays: [],
  };
  const holiday = { date: '2026-12-25', name: 'Natal', isYearly: true, intervals: [] };
  const isAccepted = (part: object): boolean => hoursUpdateSchema.safeParse({ ...hours, ...part }).success;

  it.each<[string, object]>([
    ['a week of six days', { week: every(hour(9, 18)).slice(1) }],
    ['intervals that overlap', { week: every(hour(9, 13), hour(12, 18)) }],
    ['intervals in the wrong order', { week: every(hour(13, 18), hour(9, 12)) }],
    ['something after an interval that passes midnight', { week: every(hour(20, 2), hour(21, 22)) }],
    ['an interval of nothing', { week: every(hour(9, 9)) }],
    ['a minute that no day has', { week: every({ from: 0, to: 1_441 }) }],
    ['a time zone that there is not', { timeZone: 'America/Atlantis' }],
    ['a day that there is not', { holidays: [{ ...holiday, date: '2026-02-30' }] }],
    ['a holiday without name', { holidays: [{ ...holiday, name: ' ' }] }],
    ['the same holiday twice', { holidays: [holiday, holiday] }],
  ])('[R13] refuses %s', (_, part) => {
    expect(isAccepted(part)).toBe(false);
  });

  it('[R13] accepts adjoining intervals, one that passes midnight, and both kinds of a day', () => {
    expect(isAccepted({ week: every(hour(9, 12), hour(12, 18), hour(22, 3)) })).toBe(true);
    expect(isAccepted({ holidays: [holiday, { ...holiday, isYearly: false }] })).toBe(true);
  });
});
