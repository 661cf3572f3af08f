import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { FieldValues, Visitor } from '../../../protocol/entities';
import type { VisitorId } from '../../../protocol/ids';
import { TERMS_VERSION, termsOf } from '../domain/visitor-terms';
import { execute, insertRow, rowsIn, updateRow, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

export interface VisitorRow {
  id: number;
  site_id: number;
  start_key_hash: string | null;
  start_key_at: number | string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  document: string | null;
  last_agent_id: number | null;
  seen_at: number | string | null;
  field_values: string | FieldValues | null;
}

export function toVisitor(row: Pick<VisitorRow, 'id' | keyof Visitor>): Visitor {
  return {
    id: row.id as VisitorId,
    name: row.name ?? '',
    email: row.email ?? '',
    phone: row.phone ?? '',
    document: row.document ?? '',
  };
}

/** Null for one who does not exist, or is another by now. */
export function findVisitor(connection: Database, id: VisitorId): VisitorRow | null {
  const sql = `SELECT * FROM ${TABLE.visitors} WHERE id = ? AND merged_into IS NULL`;
  return rowsIn<VisitorRow>(connection, sql, id)[0] ?? null;
}

/** Who this one is now: whoever asked before a merge and is served after it means the one whom two became. */
export function currentVisitor(connection: Database, id: VisitorId): VisitorId {
  const sql = `SELECT merged_into FROM ${TABLE.visitors} WHERE id = ?`;
  const [row] = rowsIn<{ merged_into: VisitorId | null }>(connection, sql, id);
  return row?.merged_into ?? id;
}

/** Makes the terms of a visitor anew, in the transaction that changed them. */
export function storeTerms(connection: Database, id: VisitorId): void {
  execute(connection, `DELETE FROM ${TABLE.visitorTerms} WHERE visitor_id = ?`, id);
  const row = findVisitor(connection, id);
  if (row === null) return;
  for (const term of termsOf(toVisitor(row)))
    insertRow(connection, TABLE.visitorTerms, { visitor_id: id, ...term });
  updateRow(connection, TABLE.visitors, id, { terms_version: TERMS_VERSION });
}

/** So many in a transaction: whoever writes meanwhile waits no longer than for these. */
const AT_ONCE = 200;

/** At the start: those who were stored before there were terms, or by older rules, can be found from now on. */
export async function ensureTerms(knex: Knex): Promise<void> {
  const sql = `SELECT id FROM ${TABLE.visitors}
    WHERE merged_into IS NULL AND (terms_version IS NULL OR terms_version < ${TERMS_VERSION}) LIMIT ${AT_ONCE}`;
  const makeSome = (connection: Database): number => {
    const rows = rowsIn<{ id: VisitorId }>(connection, sql);
    for (const { id } of rows) storeTerms(connection, id);
    return rows.length;
  };
  for (let made = AT_ONCE; made === AT_ONCE;)
    made = await withSqlite(knex, (connection) => connection.transaction(makeSome).immediate(connection));
}
