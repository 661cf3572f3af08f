import type { Database } from 'better-sqlite3';

import { execute, rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

/** Columns by which reports name what may be gone by now. */
const NAMED_BY_REPORTS: readonly { readonly table: string; readonly column: string; readonly to: string }[] =
  [
    { table: TABLE.reportRows, column: 'interaction_id', to: TABLE.interactions },
    { table: TABLE.reportRows, column: 'site_id', to: TABLE.sites },
    { table: TABLE.reportRows, column: 'department_id', to: TABLE.departments },
    { table: TABLE.reportRows, column: 'agent_id', to: TABLE.agents },
    { table: TABLE.reportAssignments, column: 'interaction_id', to: TABLE.interactions },
    { table: TABLE.reportAssignments, column: 'agent_id', to: TABLE.agents },
    { table: TABLE.reportTags, column: 'interaction_id', to: TABLE.interactions },
    { table: TABLE.reportTags, column: 'tag_id', to: TABLE.tags },
    { table: TABLE.presencePeriods, column: 'agent_id', to: TABLE.agents },
  ];

const OVER = `status IN ('ended', 'abandoned')`;
const countOf = (table: string, rest = ''): string =>
  `(SELECT count(*) FROM ${table} n WHERE n.interaction_id = ${TABLE.interactions}.id${rest})`;

/** Measured, and not all of its rows came along, or of something that goes on: tables are read one after the other while the service writes on. */
const TORN = `SELECT id FROM ${TABLE.interactions} WHERE (report_version IS NOT NULL OR ${countOf(TABLE.reportRows)} > 0) AND (NOT ${OVER}
  OR report_version IS NULL OR ${countOf(TABLE.reportRows)} <> 1
  OR ${countOf(TABLE.reportAssignments)} <> ${countOf(TABLE.assignments, ' AND n.agent_id IS NOT NULL')}
  OR ${countOf(TABLE.reportTags)} <> ${countOf(TABLE.interactionTags)})`;
const REPORT_TABLES = [TABLE.reportRows, TABLE.reportAssignments, TABLE.reportTags];

/**
 * Settles the report rows that an import brought: those of which a part did not come along are measured anew, beside the chat. What reports name
 * may be gone, and they keep its name; so whatever is made from now on gets a number that no report has.
 */
export function settleReports(connection: Database): void {
  for (const { id } of rowsIn<{ id: number }>(connection, TORN)) {
    for (const table of REPORT_TABLES)
      execute(connection, `DELETE FROM ${table} WHERE interaction_id = ?`, id);
    execute(connection, `UPDATE ${TABLE.interactions} SET report_version = NULL WHERE id = ?`, id);
  }
  for (const { column, table, to } of NAMED_BY_REPORTS)
    passOver(connection, to, `SELECT max(${column}) AS id FROM ${table}`);
}

/** Lets SQLite give no number of the query to a later row of the table. */
function passOver(connection: Database, table: string, query: string): void {
  const highest = rowsIn<{ id: number | null }>(connection, query)[0]?.id ?? 0;
  const [counter] = rowsIn<{ seq: number }>(
    connection,
    'SELECT seq FROM sqlite_sequence WHERE name = ?',
    table,
  );
  if (counter === undefined)
    execute(connection, 'INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', table, highest);
  else if (counter.seq < highest)
    execute(connection, 'UPDATE sqlite_sequence SET seq = ? WHERE name = ?', highest, table);
}
