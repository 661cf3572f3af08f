import { describe, expect, it } from 'vitest';

import { boardSummarySchema } from '../../../plugins/attendance/protocol/supervision/board';
import { createLiveBoard } from '../../../plugins/attendance/server/src/application/supervision/board';
import { createToday } from '../../../plugins/attendance/server/src/application/supervision/today';
import { toBoardSummary } from '../../../plugins/attendance/server/src/presenters/board';
import { START } from '../../contract/world';

const COUNTS = {
  answered: 0,
  abandoned: 0,
  missed: 0,
  waitingMedianMs: null,
  level: { met: 0, measured: 0 },
};

const HOURS = { version: 0, isOn: false, timeZone: 'UTC', week: [], holidays: [] };

function scene() {
  const time = { value: START };
  const day = { readings: 0, fails: false };
  const clock = { now: () => time.value };
  const today = createToday({
    clock,
    offsetIn: () => () => 0,
    settings: {
      get: () =>
        Promise.resolve({ version: 0, timeZone: '', chatLevelMs: 1, callLevelMs: 1, showsFollowers: true }),
    },
    hours: { get: () => Promise.resolve(HOURS) },
    reader: {
      countsSince: () => {
        day.readings += 1;
        return day.fails
          ? Promise.reject(new Error('the database is gone'))
          : Promise.resolve({ ...COUNTS, requested: day.readings });
      },
    },
  });
  const board = createLiveBoard({
    clock,
    agents: { profiles: () => Promise.resolve([]), routingAgents: () => Promise.resolve([]) },
    reader: {
      open: () => Promise.resolve([]),
      waiting: () => Promise.resolve({ waitingCount: 1, longestSince: START }),
    },
    isAgentConnected: () => true,
    today,
  });
  return { board, day, time };
}

describe('today’s figures', () => {
  it('[Z177] are read once for a hundred home pages, and anew a second later', async () => {
    const { board, day, time } = scene();
    const pages = await Promise.all(Array.from({ length: 100 }, () => board.summary()));
    expect(new Set(pages.map(({ today }) => today.requested))).toEqual(new Set([1]));
    time.value += 999;
    expect((await board.summary()).today.requested).toBe(1);
    expect(day.readings).toBe(1);
    time.value += 1;
    expect((await board.summary()).today.requested).toBe(2);
    // A clock that was set back makes nothing recent.
    time.value -= 60_000;
    expect((await board.summary()).today.requested).toBe(3);
  });

  it('[Z177] a reading that failed is not kept', async () => {
    const { board, day } = scene();
    day.fails = true;
    await expect(Promise.all([board.summary(), board.summary()])).rejects.toThrow('gone');
    expect(day.readings).toBe(1);
    day.fails = false;
    expect((await board.summary()).today.requested).toBe(2);
  });

  it('[D3] the board has them as they are: what changed a moment ago is in it', async () => {
    const { board } = scene();
    await board.summary();
    expect((await board.read()).today.requested).toBe(2);
    expect((await board.read()).today.requested).toBe(3);
  });
});

describe('the home page', () => {
  it('[D3] [K9] has counts and times alone, nothing of any visitor, whatever else was read', async () => {
    const { board } = scene();
    const contact = { visitorName: 'Carla', email: 'carla@example.com', phone: '11999990000' };
    const state = { ...(await board.summary()), ...contact, open: [contact] };
    const shown = toBoardSummary(state);
    expect(boardSummarySchema.strict().parse(shown)).toEqual(shown);
    expect(Object.keys(shown).sort()).toEqual(['asOf', 'longestSince', 'online', 'today', 'waitingCount']);
    expect(Object.keys(shown.today).sort()).toEqual(
      ['abandoned', 'answered', 'date', 'level', 'missed', 'requested', 'timeZone', 'waitingMedianMs'].sort(),
    );
    expect(JSON.stringify(shown)).not.toMatch(/Carla|carla@|11999990000/);
  });
});
