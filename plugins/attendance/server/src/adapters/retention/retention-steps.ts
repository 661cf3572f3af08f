import type { Captured } from '../../../../protocol/interactions/people';
import type { RetentionStep } from '../../application/retention/retention';
import type { Steps } from '../../application/steps';
import type { Sql, SqlDatabase } from '../database/sql';
import { fromJson } from '../database/columns';
import { TABLE } from '../database/tables';

/** Rows per transaction: other writers wait no longer than for these. */
const AT_ONCE = 100;

/** Tables whose rows are an interaction's and go with it, by the column that names it. */
export const OF_AN_INTERACTION: readonly { readonly table: string; readonly column: string }[] = [
  { table: TABLE.messages, column: 'interaction_id' },
  { table: TABLE.assignments, column: 'interaction_id' },
  { table: TABLE.callAttempts, column: 'interaction_id' },
  { table: TABLE.notes, column: 'interaction_id' },
  { table: TABLE.interactionTags, column: 'interaction_id' },
];

/** Tables whose rows belong to one visitor and are deleted with them, by the column that names the visitor. */
export const OF_A_VISITOR: readonly { readonly table: string; readonly column: string }[] = [
  { table: TABLE.visitorTokens, column: 'visitor_id' },
  { table: TABLE.visitorTerms, column: 'visitor_id' },
  { table: TABLE.blocks, column: 'visitor_id' },
];

const OVER = `status IN ('ended', 'abandoned') AND ended_at < ?`;

/** SQL condition for a visitor whom no stored row refers to, no block holds, and whose browser has not come back since the cut-off. */
const WITH_NOTHING_LEFT = `
  NOT EXISTS (SELECT 1 FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id)
  AND NOT EXISTS (SELECT 1 FROM ${TABLE.blocks} b WHERE b.visitor_id = v.id AND b.ended_at IS NULL)
  AND COALESCE((SELECT MAX(CASE WHEN t.presented_at > t.issued_at THEN t.presented_at ELSE t.issued_at END) FROM ${TABLE.visitorTokens} t WHERE t.visitor_id = v.id), v.seen_at, 0) < ?`;

const TOKENS = `SELECT t.id FROM ${TABLE.visitorTokens} t WHERE t.visitor_id = ?`;
const STILL_NOTHING_LEFT = `SELECT 1 FROM ${TABLE.visitors} v WHERE v.id = ? AND ${WITH_NOTHING_LEFT}`;

interface Selection {
  /** FROM and WHERE clauses, with one parameter: the cut-off. */
  readonly from: string;
  /** The name that the rows have in it, which are read to be deleted. */
  readonly rows: string;
  /** Columns that are read of each, beside its id. */
  readonly columns?: string;
}

interface Expired {
  readonly id: number;
}

interface WithCaptured extends Expired {
  readonly captured: string | Captured;
}

/**
 * Creates the steps that delete expired data, one per class [X1], in the order in which they run. `unindex` deletes what a search
 * keeps of an interaction.
 */
export function createRetentionSteps(
  { rows, transact }: SqlDatabase,
  unindex: (sql: Sql, id: number) => Steps<void>,
): RetentionStep[] {
  const step = <Row extends Expired>(
    name: RetentionStep['name'],
    { columns, from, rows: alias }: Selection,
    /** Returns how many rows it was: none where it is not expired any more. */
    forget: (sql: Sql, row: Row, before: number) => Steps<number>,
  ): RetentionStep => ({
    name,
    count: async (before) => {
      const [row] = await rows<{ count: number }>(`SELECT COUNT(*) AS count ${from}`, before);
      return Number(row?.count ?? 0);
    },
    purgeSome: (before) =>
      transact(function* (sql): Steps<number> {
        const read = [`${alias}.id`, ...(columns === undefined ? [] : [columns])].join(', ');
        const text = `SELECT ${read} ${from} ORDER BY ${alias}.id LIMIT ${AT_ONCE}`;
        const found = yield* sql.lockAll<Row>(alias, text, before);
        let total = 0;
        for (const row of found) total += yield* forget(sql, row, before);
        return total;
      }),
  });
  return [
    step<WithCaptured>(
      'addresses',
      {
        rows: TABLE.interactions,
        from: `FROM ${TABLE.interactions} WHERE ${OVER} AND captured ->> 'ip' <> ''`,
        columns: 'captured',
      },
      function* (sql, { captured, id }) {
        const without = { ...fromJson<Captured>(captured), ip: '' };
        yield* sql.update(TABLE.interactions, id, { captured: JSON.stringify(without) });
        return 1;
      },
    ),
    step(
      'interactions',
      { rows: TABLE.interactions, from: `FROM ${TABLE.interactions} WHERE ${OVER}` },
      function* (sql, { id }) {
        yield* unindex(sql, id);
        return yield* deleteWith(sql, TABLE.interactions, OF_AN_INTERACTION, id);
      },
    ),
    step(
      'offlineMessages',
      {
        rows: TABLE.offlineMessages,
        from: `FROM ${TABLE.offlineMessages} WHERE status = 'answered' AND left_at < ?`,
      },
      (sql, { id }) => deleteWith(sql, TABLE.offlineMessages, [], id),
    ),
    step(
      'visitors',
      { rows: 'v', from: `FROM ${TABLE.visitors} v WHERE ${WITH_NOTHING_LEFT}` },
      function* (sql, { id }, before) {
        // Whoever comes back meanwhile locks a token of theirs, and no more.
        yield* sql.lockAll('t', TOKENS, id);
        if ((yield* sql.rows(STILL_NOTHING_LEFT, id, before)).length === 0) return 0;
        return yield* deleteWith(sql, TABLE.visitors, OF_A_VISITOR, id);
      },
    ),
    step(
      'audit',
      { rows: TABLE.auditRecords, from: `FROM ${TABLE.auditRecords} WHERE at < ?` },
      (sql, { id }) => deleteWith(sql, TABLE.auditRecords, [], id),
    ),
  ];
}

/** Deletes a row with the rows that are its own; returns 1, or 0 where there is none. */
function* deleteWith(sql: Sql, table: string, own: typeof OF_AN_INTERACTION, id: number): Steps<number> {
  for (const each of own) yield* sql.run(`DELETE FROM ${each.table} WHERE ${each.column} = ?`, id);
  return yield* sql.run(`DELETE FROM ${table} WHERE id = ?`, id);
}
