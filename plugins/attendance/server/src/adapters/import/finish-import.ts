import type { Database } from 'better-sqlite3';

import { SEARCH_INDEX } from '../search/search-index';
import { execute } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';
import { findLogins } from './logins';
import { readMark, writeMark } from './mark';
import { mendOpen } from './mend-open';
import { findPictures } from './moved-pictures';
import { NAMED_TABLES } from './origins';
import { removeOrphans } from './orphans';
import { settleReports } from './settle-reports';

/**
 * Finishes Strapi's import or transfer before anybody is served: rows that others refer to get back the ids that they had, so that every reference
 * holds, in columns and in JSON, and so do protocol numbers and what browsers keep. All of it is one transaction: a start that is killed in between
 * finds the import as it was. Returns null where there was no import, else the number of orphans removed.
 */
export function finishImport(connection: Database, now: number): { readonly orphans: number } | null {
  if (readMark(connection)?.isImported !== true) return null;
  return connection
    .transaction(() => {
      for (const table of NAMED_TABLES) restoreIds(connection, table);
      const orphans = removeOrphans(connection);
      findLogins(connection);
      findPictures(connection);
      mendOpen(connection, now);
      settleReports(connection);
      // Words by ids that are somebody else's now; the index is made anew beside the chat [Z77].
      connection.exec(`DROP TABLE IF EXISTS ${SEARCH_INDEX}`);
      execute(connection, `UPDATE ${TABLE.interactions} SET search_version = NULL`);
      writeMark(connection);
      return { orphans };
    })
    .immediate();
}

/** Restores ids by way of numbers that no row has, for two may change places. Earlier rows are gone, for Strapi deletes first. */
function restoreIds(connection: Database, table: string): void {
  execute(connection, `UPDATE ${table} SET id = -origin_id WHERE id <> origin_id`);
  execute(connection, `UPDATE ${table} SET id = -id WHERE id < 0`);
}
