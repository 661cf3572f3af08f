import type { Database } from 'better-sqlite3';

import { TABLE } from '../database/tables';
import { NAMED_TABLES } from './origins';

/** Has a row once an import has begun, in the transaction that goes on: temporary tables are rolled back too. */
const STATE = 'attendance_import';

const PARTS =
  'attendance: its content types belong together. Import or transfer all of them (plugin::attendance.*), or none. Nothing was changed';
const WITHOUT_IDS =
  'attendance: this data was exported by a version of the plugin that did not keep the ids of its rows, and nobody could say any more ' +
  'whose messages are whose. Update the plugin there, and export again. Nothing was changed';

/**
 * Refuses an import that nobody could make whole afterwards, before a row of ours is changed for it: a part of the content types, or rows without
 * their origin. Strapi deletes first and inserts then, in one transaction; the mark is the first that it inserts. Needs a connection with which
 * nobody else inserts.
 */
export function guardImport(connection: Database): void {
  removeImportGuards(connection);
  connection.exec(`CREATE TEMP TABLE ${STATE} (step TEXT NOT NULL)`);
  for (const [name, body] of Object.entries(guards()))
    connection.exec(`CREATE TEMP TRIGGER attendance_import_${name} ${body}`);
}

export function removeImportGuards(connection: Database): void {
  for (const name of Object.keys(guards()))
    connection.exec(`DROP TRIGGER IF EXISTS temp.attendance_import_${name}`);
  connection.exec(`DROP TABLE IF EXISTS temp.${STATE}`);
}

function guards(): Record<string, string> {
  const tables = Object.values(TABLE).filter((table) => table !== TABLE.marks);
  const isLeft = tables.map((table) => `EXISTS (SELECT 1 FROM main.${table})`).join(' OR ');
  return {
    [TABLE.marks]: `BEFORE INSERT ON main.${TABLE.marks} BEGIN
      SELECT RAISE(ABORT, '${PARTS}') WHERE ${isLeft};
      INSERT INTO ${STATE} VALUES ('begun'); END`,
    ...Object.fromEntries(tables.map((table) => [table, guardOf(table)])),
  };
}

function guardOf(table: string): string {
  const isNamed = (NAMED_TABLES as readonly string[]).includes(table);
  return `BEFORE INSERT ON main.${table} BEGIN
    ${isNamed ? `SELECT RAISE(ABORT, '${WITHOUT_IDS}') WHERE NEW.origin_id IS NULL;` : ''}
    SELECT RAISE(ABORT, '${PARTS}') WHERE NOT EXISTS (SELECT 1 FROM temp.${STATE}); END`;
}
