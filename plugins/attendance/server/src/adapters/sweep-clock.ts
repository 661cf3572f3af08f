import type { Knex } from 'knex';

import type { SweepClock } from '../application/ports';
import { OUTAGE_FROM_MS } from '../domain/outage';
import { toTime } from './interaction-rows';
import { TABLE } from './tables';

/**
 * Every stored time that something is due at, or counted from, and the column that says when it was set: what was set
 * after the outage, by whoever noticed it sooner than the sweep did, is not moved.
 */
const DEADLINES: readonly { readonly table: string; readonly column: string; readonly setAt: string }[] = [
  { table: TABLE.interactions, column: 'away_until', setAt: 'away_since' },
  { table: TABLE.interactions, column: 'ring_until', setAt: 'assigned_at' },
  { table: TABLE.interactions, column: 'call_until', setAt: 'call_since' },
  { table: TABLE.agents, column: 'lost_at', setAt: 'lost_at' },
];

export function createSweepClock(knex: Knex): SweepClock {
  return {
    beat: (now) =>
      knex.transaction(async (trx) => {
        const row = (await trx(TABLE.sweepClock).first()) as
          { id: number; beaten_at: number | string } | undefined;
        if (row === undefined) {
          await trx(TABLE.sweepClock).insert({ beaten_at: now });
          return 0;
        }
        const last = toTime(row.beaten_at);
        // Compare and set: of several who beat after one outage, one moves the deadlines.
        const isMine = await trx(TABLE.sweepClock)
          .where({ id: row.id, beaten_at: row.beaten_at })
          .update({ beaten_at: now });
        const gapMs = now - last;
        if (isMine === 0 || gapMs <= OUTAGE_FROM_MS) return 0;
        for (const { column, setAt, table } of DEADLINES)
          await trx(table)
            .whereNotNull(column)
            .where(setAt, '<=', last + OUTAGE_FROM_MS)
            .increment(column, gapMs);
        return gapMs;
      }),
  };
}
