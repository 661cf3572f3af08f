import type { RetentionStep } from '../../application/retention/retention';
import type { Steps } from '../../application/steps';
import type { Sql, SqlDatabase } from '../database/sql';
import { SEARCH_INDEX } from '../search/search-index';
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
  { table: SEARCH_INDEX, column: 'rowid' },
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

interface Selection {
  /** FROM and WHERE clauses, with one parameter: the cut-off. */
  readonly from: string;
  /** The name that the rows have in it, which are read to be deleted. */
  readonly rows: string;
}

/** Creates the steps that delete expired data, one per class [X1], in the order in which they run. */
export function createRetentionSteps({ rows, transact }: SqlDatabase): RetentionStep[] {
  const step = (
    name: RetentionStep['name'],
    { from, rows: alias }: Selection,
    forget: (sql: Sql, id: number) => Steps<void>,
  ): RetentionStep => ({
    name,
    count: async (before) => {
      const [row] = await rows<{ count: number }>(`SELECT COUNT(*) AS count ${from}`, before);
      return Number(row?.count ?? 0);
    },
    purgeSome: (before) =>
      transact(function* (sql): Steps<number> {
        const text = `SELECT ${alias}.id ${from} ORDER BY ${alias}.id LIMIT ${AT_ONCE}`;
        const found = yield* sql.lockAll<{ id: number }>(alias, text, before);
        for (const row of found) yield* forget(sql, row.id);
        return found.length;
      }),
  });
  return [
    step(
      'addresses',
      {
        rows: TABLE.interactions,
        from: `FROM ${TABLE.interactions} WHERE ${OVER} AND json_extract(captured, '$.ip') <> ''`,
      },
      function* (sql, id) {
        yield* sql.run(FORGET_ADDRESS, id);
      },
    ),
    step(
      'interactions',
      { rows: TABLE.interactions, from: `FROM ${TABLE.interactions} WHERE ${OVER}` },
      (sql, id) => deleteWith(sql, TABLE.interactions, OF_AN_INTERACTION, id),
    ),
    step(
      'offlineMessages',
      {
        rows: TABLE.offlineMessages,
        from: `FROM ${TABLE.offlineMessages} WHERE status = 'answered' AND left_at < ?`,
      },
      (sql, id) => deleteWith(sql, TABLE.offlineMessages, [], id),
    ),
    step('visitors', { rows: 'v', from: `FROM ${TABLE.visitors} v WHERE ${WITH_NOTHING_LEFT}` }, (sql, id) =>
      deleteWith(sql, TABLE.visitors, OF_A_VISITOR, id),
    ),
    step('audit', { rows: TABLE.auditRecords, from: `FROM ${TABLE.auditRecords} WHERE at < ?` }, (sql, id) =>
      deleteWith(sql, TABLE.auditRecords, [], id),
    ),
  ];
}

const FORGET_ADDRESS = `UPDATE ${TABLE.interactions} SET captured = json_set(captured, '$.ip', '') WHERE id = ?`;

/** Deletes a row with the rows that are its own. */
function* deleteWith(sql: Sql, table: string, own: typeof OF_AN_INTERACTION, id: number): Steps<void> {
  for (const each of own) yield* sql.run(`DELETE FROM ${each.table} WHERE ${each.column} = ?`, id);
  yield* sql.run(`DELETE FROM ${table} WHERE id = ?`, id);
}
