import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { offsetIn } from '../../../plugins/attendance/server/src/adapters/strapi/time-zone';
import {
  dateAt,
  lookUp,
  periodOf,
  rangeBefore,
} from '../../../plugins/attendance/server/src/domain/reports/calendar';
import { propertyParameters } from '../../support/seed';

const SAO_PAULO = 'America/Sao_Paulo';
const LISBON = 'Europe/Lisbon';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const hoursOf = (zone: string, date: string): number => {
  const { since, until } = periodOf({ from: date, to: date }, offsetIn(zone));
  return (until - since) / HOUR_MS;
};

/** The calendar as Intl has it, which the product does not ask. */
function intlDate(zone: string, instant: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

describe('the days of a report', () => {
  it.each([
    ['an ordinary day', SAO_PAULO, '2018-11-05', '2018-11-05T02:00:00Z', 24],
    [
      'a day whose midnight does not exist: it begins at one',
      SAO_PAULO,
      '2018-11-04',
      '2018-11-04T03:00:00Z',
      23,
    ],
    ['a day whose last hour is there twice', SAO_PAULO, '2018-02-17', '2018-02-17T02:00:00Z', 25],
    ['the day after it', SAO_PAULO, '2018-02-18', '2018-02-18T03:00:00Z', 24],
    [
      'a day of 2019 and later, when nothing changes any more',
      SAO_PAULO,
      '2019-11-03',
      '2019-11-03T03:00:00Z',
      24,
    ],
    ['the day that is short in Lisbon', LISBON, '2026-03-29', '2026-03-29T00:00:00Z', 23],
    ['the day that is long in Lisbon', LISBON, '2026-10-25', '2026-10-24T23:00:00Z', 25],
  ])('[D4] %s', (_, zone, date, since, hours) => {
    expect(new Date(periodOf({ from: date, to: date }, offsetIn(zone)).since).toISOString()).toBe(
      since.replace('Z', '.000Z'),
    );
    expect(hoursOf(zone, date)).toBe(hours);
  });

  it('[D4] a day that a zone left out altogether is there, and empty', () => {
    const { days, until } = periodOf({ from: '2011-12-29', to: '2011-12-31' }, offsetIn('Pacific/Apia'));
    expect(days.map(({ date }) => date)).toEqual(['2011-12-29', '2011-12-30', '2011-12-31']);
    expect(days[1]?.since).toBe(days[2]?.since);
    expect(until - (days[2]?.since ?? 0)).toBe(DAY_MS);
  });

  it('[D4] every instant of a period is in the day that Intl says, in zones of every kind', () => {
    const zones = [
      SAO_PAULO,
      LISBON,
      'Asia/Kathmandu',
      'America/Asuncion',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2014, 0, 1), max: Date.UTC(2026, 11, 1) }),
        fc.integer({ min: 0, max: 40 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (zone, at, length, share) => {
          const range = { from: intlDate(zone, at), to: intlDate(zone, at + length * DAY_MS) };
          const period = periodOf(range, offsetIn(zone));
          const instant = period.since + Math.floor(share * (period.until - period.since));
          const day = period.days.findLast(({ since }) => since <= instant);
          expect(day?.date).toBe(intlDate(zone, instant));
          expect(lookUp(period.offsets)(instant)).toBe(offsetIn(zone)(instant));
          expect(dateAt(instant, offsetIn(zone))).toBe(day?.date);
        },
      ),
      propertyParameters('days of reports', 2_000),
    );
  });

  it('[D4] ten years are made in a moment', () => {
    const startedAt = performance.now();
    const { days } = periodOf({ from: '2016-01-01', to: '2025-12-31' }, offsetIn(LISBON));
    expect(days).toHaveLength(3_653);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('the period before', () => {
  it.each([
    [
      { from: '2026-11-01', to: '2026-11-30' },
      { from: '2026-10-02', to: '2026-10-31' },
    ],
    [
      { from: '2026-03-01', to: '2026-03-01' },
      { from: '2026-02-28', to: '2026-02-28' },
    ],
    [
      { from: '2024-03-01', to: '2024-03-07' },
      { from: '2024-02-23', to: '2024-02-29' },
    ],
  ])('[D1] has as many days: %j', (period, before) => {
    expect(rangeBefore(period)).toEqual(before);
  });
});
