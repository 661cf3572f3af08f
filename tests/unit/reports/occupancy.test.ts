import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  timesOf,
  type AgentSpans,
  type AgentTimes,
} from '../../../plugins/attendance/server/src/domain/reports/occupancy';
import { openSpans, type Span } from '../../../plugins/attendance/server/src/domain/settings/hours';
import { offsetIn } from '../../../plugins/attendance/server/src/adapters/strapi/time-zone';
import { propertyParameters } from '../../support/seed';

const MINUTE_MS = 60_000;
const MINUTES = 300;
const PERIOD = { from: 0, to: MINUTES * MINUTE_MS };

const minutes = (from: number, to: number) => ({ from: from * MINUTE_MS, to: to * MINUTE_MS });

/** The same, minute by minute: all of it begins and ends at whole minutes. */
function naive({ held, online }: AgentSpans, open: readonly Span[] | null): AgentTimes {
  let [onlineMs, outside, occupied, chatMinutes, chatTotal] = [0, 0, 0, 0, 0];
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const at = minute * MINUTE_MS;
    const isIn = ({ from, to }: Span): boolean => from <= at && at < to;
    const holds = held.filter(isIn);
    const chats = holds.filter(({ isChat }) => isChat).length;
    if (online.some(isIn)) {
      onlineMs += MINUTE_MS;
      if (open !== null && !open.some(isIn)) outside += MINUTE_MS;
      if (holds.length > 0) occupied += MINUTE_MS;
    }
    if (chats > 0) chatMinutes += 1;
    chatTotal += chats;
  }
  return {
    onlineMs,
    onlineOutsideHoursMs: outside,
    occupiedMs: occupied,
    chatsAtOnce: chatMinutes === 0 ? null : chatTotal / chatMinutes,
  };
}

const spans = fc
  .array(fc.tuple(fc.integer({ min: -60, max: MINUTES + 60 }), fc.integer({ min: 0, max: 120 })), {
    maxLength: 12,
  })
  .map((all) => all.map(([from, length]) => minutes(from, from + length)));

describe('an agent’s time', () => {
  it('[D1] is what a calculation minute by minute says', () => {
    fc.assert(
      fc.property(
        spans,
        fc.array(fc.tuple(spans, fc.boolean()), { maxLength: 3 }),
        fc.option(spans),
        (online, groups, open) => {
          const held = groups.flatMap(([all, isChat]) => all.map((span) => ({ ...span, isChat })));
          expect(timesOf({ online, held }, open, PERIOD)).toEqual(naive({ online, held }, open));
        },
      ),
      propertyParameters('times of agents', 10_000),
    );
  });

  it('[D1] counts chats only while at least one is held, and a call as none', () => {
    const held = [
      { ...minutes(0, 10), isChat: true },
      { ...minutes(5, 10), isChat: true },
      { ...minutes(20, 40), isChat: false },
    ];
    expect(timesOf({ online: [minutes(0, 60)], held }, null, PERIOD)).toEqual({
      onlineMs: 60 * MINUTE_MS,
      onlineOutsideHoursMs: 0,
      occupiedMs: 30 * MINUTE_MS,
      chatsAtOnce: 1.5,
    });
  });

  it('[D1] that was spent Offline with something held is not occupied time', () => {
    const held = [{ ...minutes(0, 60), isChat: true }];
    expect(timesOf({ online: [minutes(0, 15)], held }, [minutes(10, 20)], PERIOD)).toMatchObject({
      onlineMs: 15 * MINUTE_MS,
      onlineOutsideHoursMs: 10 * MINUTE_MS,
      occupiedMs: 15 * MINUTE_MS,
    });
  });
});

describe('business hours of a period', () => {
  const week = Array.from({ length: 7 }, () => [
    { from: 540, to: 720 },
    { from: 1_320, to: 60 },
  ]);
  const at = (text: string): number => Date.parse(`${text}Z`);

  it('[D1] are cut at its ends, and one of the evening before goes on', () => {
    const schedule = { isOn: true, week, holidays: [] };
    const period = { from: at('2026-11-26T03:00'), to: at('2026-11-27T02:00') };
    // São Paulo is three hours behind.
    expect(openSpans(schedule, offsetIn('America/Sao_Paulo'), period)).toEqual([
      { from: at('2026-11-26T03:00'), to: at('2026-11-26T04:00') },
      { from: at('2026-11-26T12:00'), to: at('2026-11-26T15:00') },
      { from: at('2026-11-27T01:00'), to: at('2026-11-27T02:00') },
    ]);
  });

  it('[D1] that are off are always', () => {
    expect(openSpans({ isOn: false, week, holidays: [] }, () => 0, { from: 0, to: 1 })).toBeNull();
  });
});
