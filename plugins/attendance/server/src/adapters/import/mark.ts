import { randomInt } from 'node:crypto';
import type { Database } from 'better-sqlite3';

import { execute, insertRow, rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

/** Room for the rows that imports add after it. */
const ID_MAX = 2 ** 30;

export interface Mark {
  /** Strapi has numbered the rows anew since it was written. */
  readonly isImported: boolean;
}

/** Reads the mark; null where nothing was ever prepared for an export: a first start, or one after an older version. */
export function readMark(connection: Database): Mark | null {
  const sql = `SELECT id, row_id FROM ${TABLE.marks} ORDER BY id DESC LIMIT 1`;
  const [row] = rowsIn<{ id: number; row_id: number }>(connection, sql);
  return row === undefined ? null : { isImported: row.id !== row.row_id };
}

/** Writes the mark, under a number that no import has by chance. */
export function writeMark(connection: Database): void {
  const id = randomInt(1, ID_MAX);
  execute(connection, `DELETE FROM ${TABLE.marks}`);
  insertRow(connection, TABLE.marks, { id, row_id: id });
}
