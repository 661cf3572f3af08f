import type { Database } from 'better-sqlite3';

import { execute, rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';
import { readMark, writeMark } from './mark';

/**
 * Tables whose rows are named by others, by plain numbers in columns and inside of JSON. Strapi's export, import and transfer leave
 * the id of a row out and number it anew, so each of these keeps its first id in a column, which is carried like any other.
 */
export const NAMED_TABLES = [
  TABLE.sites,
  TABLE.departments,
  TABLE.agents,
  TABLE.visitors,
  TABLE.interactions,
  TABLE.tags,
  TABLE.customFields,
] as const;

const KEPT_MARK = `${TABLE.marks}_kept`;

/**
 * Makes every row that this connection inserts from now on keep its id as its origin: for the server, which is the one that makes such rows. Also
 * refuses an import on it that was not announced to the server, before anything of ours is inserted.
 */
export function keepOrigins(connection: Database): void {
  dropOrigins(connection);
  for (const table of NAMED_TABLES)
    connection.exec(`CREATE TEMP TRIGGER ${table}_origin AFTER INSERT ON main.${table} WHEN NEW.origin_id IS NULL
      BEGIN UPDATE ${table} SET origin_id = NEW.id WHERE id = NEW.id; END`);
  connection.exec(`CREATE TEMP TRIGGER ${KEPT_MARK} BEFORE DELETE ON main.${TABLE.marks}
    BEGIN SELECT RAISE(ABORT, 'attendance: a server that serves takes no import. Nothing was changed'); END`);
}

/** Stops that for an import, which brings the ids. */
export function dropOrigins(connection: Database): void {
  for (const table of NAMED_TABLES) connection.exec(`DROP TRIGGER IF EXISTS temp.${table}_origin`);
  connection.exec(`DROP TRIGGER IF EXISTS temp.${KEPT_MARK}`);
}

const LOGIN = `SELECT lower(u.email) FROM admin_users u WHERE u.id = ${TABLE.agents}.user_id`;
const LOGIN_CHANGED = `EXISTS (${LOGIN} AND lower(u.email) IS NOT ${TABLE.agents}.user_email)`;

/**
 * Makes ready what an export takes along besides the rows: ids that older versions did not keep, the logins of agents, for Strapi
 * carries its administrators nowhere, and the mark. Writes only what is missing. What was imported and is not taken up yet
 * speaks of another Strapi's logins, and is left as it is.
 */
export function prepareForExport(connection: Database): void {
  const mark = readMark(connection);
  if (mark?.isImported === true) return;
  const without = NAMED_TABLES.filter(
    (table) => rowsIn(connection, `SELECT 1 FROM ${table} WHERE origin_id IS NULL LIMIT 1`).length > 0,
  );
  const hasNewLogins =
    rowsIn(connection, `SELECT 1 FROM ${TABLE.agents} WHERE ${LOGIN_CHANGED} LIMIT 1`).length > 0;
  if (mark !== null && without.length === 0 && !hasNewLogins) return;
  connection
    .transaction(() => {
      if (mark === null) writeMark(connection);
      for (const table of without)
        execute(connection, `UPDATE ${table} SET origin_id = id WHERE origin_id IS NULL`);
      execute(connection, `UPDATE ${TABLE.agents} SET user_email = (${LOGIN}) WHERE ${LOGIN_CHANGED}`);
    })
    .immediate();
}
