import type { DeadlineKind, DeadlineRows, Deadline } from '../../application/attending/deadline-rows';
import type { Sql } from '../database/sql';
import { toTime, toTimeOrNull } from '../database/columns';
import { TABLE } from '../database/tables';

interface Stored {
  readonly table: string;
  /** The time that something is due at, or counted from. */
  readonly column: string;
  /** Column with the time at which the deadline was set. */
  readonly setAt: string;
  /** SQL condition by which the row, with the alias d, still waits for it. */
  readonly counts: string;
}

const IS_OPEN = `d.status IN ('waiting', 'assigned')`;
const AGENT_MAY_LOSE = `(d.presence = 'online' OR EXISTS (SELECT 1 FROM ${TABLE.interactions} i
  WHERE i.agent_id = d.id AND i.status = 'assigned' AND i.visitor_ended_at IS NULL))`;

/** Columns that store each kind of deadline. A test walks the content types and fails where one is missing here. */
export const DEADLINES: Readonly<Record<DeadlineKind, Stored>> = {
  away: { table: TABLE.interactions, column: 'away_until', setAt: 'away_since', counts: IS_OPEN },
  ring: { table: TABLE.interactions, column: 'ring_until', setAt: 'assigned_at', counts: IS_OPEN },
  call: { table: TABLE.interactions, column: 'call_until', setAt: 'call_since', counts: IS_OPEN },
  lost: { table: TABLE.agents, column: 'lost_at', setAt: 'lost_at', counts: AGENT_MAY_LOSE },
};
const KINDS = Object.keys(DEADLINES) as DeadlineKind[];

const select = (what: string, { column, counts, table }: Stored): string =>
  `SELECT ${what} FROM ${table} d WHERE d.${column} IS NOT NULL AND ${counts}`;

/** Query for whether there is any deadline. */
export const HAS_DEADLINES = `SELECT ${KINDS.map((kind) => `EXISTS (${select('1', DEADLINES[kind])})`).join(' OR ')} AS has`;

const BEATEN_AT = `SELECT c.id, c.beaten_at FROM ${TABLE.sweepClock} c WHERE c.id IS NOT NULL`;
const BEAT = `UPDATE ${TABLE.sweepClock} SET beaten_at = ?`;

export function deadlineTable(sql: Sql): DeadlineRows {
  return {
    *lockBeatenAt() {
      const row = yield* sql.lock<{ beaten_at: number | string | null }>('c', BEATEN_AT);
      return toTimeOrNull(row?.beaten_at ?? null);
    },
    *setBeatenAt(at) {
      if ((yield* sql.run(BEAT, at)) === 0) yield* sql.insert(TABLE.sweepClock, { beaten_at: at });
    },
    *lockAll() {
      const all: Deadline[] = [];
      for (const kind of KINDS) {
        const { column, setAt } = DEADLINES[kind];
        const what = `d.id, d.${column} AS at, d.${setAt} AS set_at`;
        const text = `${select(what, DEADLINES[kind])} AND d.${setAt} IS NOT NULL`;
        const rows = yield* sql.lockAll<DeadlineColumns>('d', text);
        all.push(...rows.map((row) => ({ kind, id: row.id, at: toTime(row.at), setAt: toTime(row.set_at) })));
      }
      return all;
    },
    move: ({ id, kind }, at) => sql.update(DEADLINES[kind].table, id, { [DEADLINES[kind].column]: at }),
  };
}

interface DeadlineColumns {
  readonly id: number;
  readonly at: number | string;
  readonly set_at: number | string;
}
