import type { Knex } from 'knex';
import { expect } from 'vitest';

import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import { createTodayReader } from '../../../plugins/attendance/server/src/adapters/supervision/today-reader';
import type { SqlReader } from '../../../plugins/attendance/server/src/adapters/database/sql';
import { START } from '../world';

interface Measured {
  readonly channel?: 'chat' | 'voice';
  readonly outcome: 'answered' | 'unanswered' | 'abandoned';
  readonly waitingMs: number;
  readonly firstResponseMs?: number;
  readonly missed?: number;
  readonly at?: number;
}

/** The figures of a day, over rows that are counted here one by one; the tables are empty before. */
export async function expectTodayFigures(knex: Knex, reader: SqlReader): Promise<void> {
  const today = createTodayReader(reader);
  const rules = { chatLevelMs: 30_000, callLevelMs: 20_000 };
  const nothing = { requested: 0, answered: 0, abandoned: 0, missed: 0, waitingMedianMs: null };
  expect(await today.countsSince(START, rules)).toEqual({ ...nothing, level: { met: 0, measured: 0 } });
  const rows: readonly Measured[] = [
    { outcome: 'answered', waitingMs: 1_000, firstResponseMs: 30_000 },
    { outcome: 'answered', waitingMs: 9_000, firstResponseMs: 30_001, missed: 2 },
    // Opened, and never replied to: there is no response to measure.
    { outcome: 'answered', waitingMs: 3_000 },
    { channel: 'voice', outcome: 'answered', waitingMs: 4_000, firstResponseMs: 20_001 },
    { outcome: 'unanswered', waitingMs: 5_000, missed: 1 },
    // Who gives up before the threshold counts in neither, and who does at it has waited for it.
    { outcome: 'abandoned', waitingMs: 29_999 },
    { outcome: 'abandoned', waitingMs: 30_000 },
    // Their agent wrote before the opening, and they gave up all the same: that is one miss and nothing met.
    { outcome: 'abandoned', waitingMs: 40_000, firstResponseMs: 5_000 },
    { outcome: 'answered', waitingMs: 1, firstResponseMs: 1, at: START - 1 },
  ];
  for (const [index, row] of rows.entries()) await knex(TABLE.reportRows).insert(toColumns(index, row));
  const live = { channel: 'chat', revision: 1, waiting_since: START + 5 };
  await knex(TABLE.interactions).insert([
    { ...live, status: 'waiting' },
    { ...live, status: 'assigned', opened_at: START + 9 },
    { ...live, status: 'assigned' },
    { ...live, status: 'ended', opened_at: START + 9 },
    { ...live, status: 'waiting', waiting_since: START - 1 },
  ]);
  expect(await today.countsSince(START, rules)).toEqual({
    requested: 11,
    answered: 5,
    abandoned: 3,
    missed: 3,
    // Of 1, 3, 4, 5 and 9 s.
    waitingMedianMs: 4_000,
    level: { met: 1, measured: 6 },
  });
  const own = { chatLevelMs: 1, callLevelMs: 60_000 };
  expect((await today.countsSince(START, own)).level).toEqual({ met: 1, measured: 7 });
}

function toColumns(index: number, row: Measured) {
  const { at = START + index, channel = 'chat', firstResponseMs = null, missed = 0 } = row;
  return {
    interaction_id: 1_000 + index,
    version: 1,
    requested_at: at,
    channel,
    began_as: channel,
    outcome: row.outcome,
    waiting_ms: row.waitingMs,
    first_response_ms: firstResponseMs,
    missed_count: missed,
  };
}
