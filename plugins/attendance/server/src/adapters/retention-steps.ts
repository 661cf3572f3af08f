import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { RetentionStep } from '../application/retention';
import { SEARCH_INDEX } from './search/search-index';
import { execute, rowsIn, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

/** So many in a transaction: whoever writes meanwhile waits no longer than for these. */
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

/** Nobody knows them by anything that is still stored, no block holds them, and no browser of theirs came back since. */
const WITH_NOTHING_LEFT = `
  NOT EXISTS (SELECT 1 FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id)
  AND NOT EXISTS (SELECT 1 FROM ${TABLE.blocks} b WHERE b.visitor_id = v.id AND b.ended_at IS NULL)
  AND COALESCE((SELECT MAX(MAX(t.issued_at, COALESCE(t.presented_at, 0))) FROM ${TABLE.visitorTokens} t WHERE t.visitor_id = v.id), v.seen_at, 0) < ?`;

interface Selection {
  /** From and where, with one parameter: the cut-off. */
  readonly from: string;
  readonly id: string;
}

/** What is forgotten, class by class [X1]: one entry each, in the order in which they run. */
export function createRetentionSteps(knex: Knex): RetentionStep[] {
  const step = (
    name: RetentionStep['name'],
    { from, id }: Selection,
    forget: (connection: Database, ids: readonly number[]) => void,
  ): RetentionStep => ({
    name,
    count: async (before) => {
      const sql = `SELECT COUNT(*) AS count ${from}`;
      const [row] = await withSqlite(knex, (connection) =>
        rowsIn<{ count: number }>(connection, sql, before),
      );
      return Number(row?.count ?? 0);
    },
    purgeSome: (before) =>
      withSqlite(knex, (connection) =>
        connection
          .transaction(() => {
            const sql = `SELECT ${id} AS id ${from} ORDER BY 1 LIMIT ${AT_ONCE}`;
            const ids = rowsIn<{ id: number }>(connection, sql, before).map((row) => row.id);
            forget(connection, ids);
            return ids.length;
          })
          .immediate(),
      ),
  });
  return [
    step(
      'addresses',
      { id: 'id', from: `FROM ${TABLE.interactions} WHERE ${OVER} AND json_extract(captured, '$.ip') <> ''` },
      (connection, ids) => {
        const sql = `UPDATE ${TABLE.interactions} SET captured = json_set(captured, '$.ip', '') WHERE id = ?`;
        for (const id of ids) execute(connection, sql, id);
      },
    ),
    step(
      'interactions',
      { id: 'id', from: `FROM ${TABLE.interactions} WHERE ${OVER}` },
      (connection, ids) => {
        for (const id of ids) {
          for (const each of OF_AN_INTERACTION) deleteRows(connection, each.table, each.column, id);
          deleteRows(connection, TABLE.interactions, 'id', id);
        }
      },
    ),
    step(
      'offlineMessages',
      { id: 'id', from: `FROM ${TABLE.offlineMessages} WHERE status = 'answered' AND left_at < ?` },
      (connection, ids) => {
        for (const id of ids) deleteRows(connection, TABLE.offlineMessages, 'id', id);
      },
    ),
    step(
      'visitors',
      { id: 'v.id', from: `FROM ${TABLE.visitors} v WHERE ${WITH_NOTHING_LEFT}` },
      (connection, ids) => {
        for (const id of ids) {
          for (const each of OF_A_VISITOR) deleteRows(connection, each.table, each.column, id);
          deleteRows(connection, TABLE.visitors, 'id', id);
        }
      },
    ),
    step('audit', { id: 'id', from: `FROM ${TABLE.auditRecords} WHERE at < ?` }, (connection, ids) => {
      for (const id of ids) deleteRows(connection, TABLE.auditRecords, 'id', id);
    }),
  ];
}

function deleteRows(connection: Database, table: string, column: string, value: number): void {
  execute(connection, `DELETE FROM ${table} WHERE ${column} = ?`, value);
}
