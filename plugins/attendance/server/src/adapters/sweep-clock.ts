import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { SweepClock } from '../application/ports';
import { BEAT_MS, OUTAGE_FROM_MS } from '../domain/outage';
import { execute, rowsIn, rowsOf, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

interface Deadline {
  readonly table: string;
  /** The time that something is due at, or counted from. */
  readonly column: string;
  /** When it was set. */
  readonly setAt: string;
  /** Whether the row still waits for it. */
  readonly counts: string;
}

const AGENT_MAY_LOSE = `presence = 'online' OR EXISTS (SELECT 1 FROM ${TABLE.interactions} i
  WHERE i.agent_id = ${TABLE.agents}.id AND i.status = 'assigned' AND i.visitor_ended_at IS NULL)`;

export const DEADLINES: readonly Deadline[] = [
  { column: 'away_until', setAt: 'away_since' },
  { column: 'ring_until', setAt: 'assigned_at' },
  { column: 'call_until', setAt: 'call_since' },
]
  .map((one): Deadline => ({
    ...one,
    table: TABLE.interactions,
    counts: `status IN ('waiting', 'assigned')`,
  }))
  .concat({ table: TABLE.agents, column: 'lost_at', setAt: 'lost_at', counts: AGENT_MAY_LOSE });

const isThere = ({ column, counts, table }: Deadline): string =>
  `EXISTS (SELECT 1 FROM ${table} WHERE ${column} IS NOT NULL AND (${counts}))`;
const HAS_DEADLINES = `SELECT ${DEADLINES.map(isThere).join(' OR ')} AS has`;

/** `absenceOf` (domain/outage.ts) for each row, whose parameters are the last beat, twice, and before them the present one. */
const isNear = ({ setAt }: Deadline): string => `${setAt} - ${BEAT_MS} <= ?`;
const surely = (one: Deadline): string => `? - CASE WHEN ${isNear(one)} THEN ? ELSE ${one.setAt} END`;
const absence = (one: Deadline): string =>
  `? - CASE WHEN ${isNear(one)} THEN ? ELSE ${one.setAt} - ${BEAT_MS} END`;
const movable = (deadline: Deadline): string =>
  `${deadline.column} IS NOT NULL AND (${deadline.counts}) AND ${surely(deadline)} > ${OUTAGE_FROM_MS}`;

export function createSweepClock(knex: Knex): SweepClock {
  const hasDeadlines = async (): Promise<boolean> =>
    (await rowsOf<{ has: number }>(knex, HAS_DEADLINES))[0]?.has === 1;
  /** What this process remembers of its own last beat, which it does not write down while nothing has a deadline. */
  let beatenAt = 0;
  return {
    hasDeadlines,
    beat: async (now) => {
      const before = beatenAt;
      beatenAt = now;
      try {
        if (!(await hasDeadlines())) return 0;
        return await withSqlite(knex, (connection) =>
          connection.transaction(() => moveDeadlines(connection, now, before)).immediate(),
        );
      } catch (fault) {
        beatenAt = before;
        throw fault;
      }
    },
  };
}

/** In a transaction: of several who beat after one outage, one finds a gap. */
function moveDeadlines(connection: Database, now: number, before: number): number {
  const sql = `SELECT id, beaten_at FROM ${TABLE.sweepClock} LIMIT 1`;
  const [row] = rowsIn<{ id: number; beaten_at: number }>(connection, sql);
  const last = Math.max(before, row?.beaten_at ?? 0);
  if (row === undefined) execute(connection, `INSERT INTO ${TABLE.sweepClock} (beaten_at) VALUES (?)`, now);
  else execute(connection, `UPDATE ${TABLE.sweepClock} SET beaten_at = ? WHERE id = ?`, now, row.id);
  return Math.max(0, ...DEADLINES.map((deadline) => move(connection, deadline, now, last)));
}

/** Answers by how much the one was moved that was moved furthest. */
function move(connection: Database, deadline: Deadline, now: number, last: number): number {
  const { column, table } = deadline;
  const where = movable(deadline);
  const furthest = `SELECT max(${absence(deadline)}) AS gap FROM ${table} WHERE ${where}`;
  const [row] = rowsIn<{ gap: number | null }>(connection, furthest, now, last, last, now, last, last);
  if (row === undefined || row.gap === null) return 0;
  const later = `UPDATE ${table} SET ${column} = ${column} + (${absence(deadline)}) WHERE ${where}`;
  execute(connection, later, now, last, last, now, last, last);
  return row.gap;
}
