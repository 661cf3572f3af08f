import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { InstallationState } from '../../../domain/settings/self-check';
import { withSqlite } from './sqlite-connection';

/** Longest wait for another process's write, in ms; the event loop stands still meanwhile. */
const BUSY_TIMEOUT_MS = 500;
/** SQLite's number for "a sync with every commit". */
const SYNCHRONOUS_FULL = 2;
/** Pages read and written again and again stay in memory: SQLite's own 2 MB are soon less than the chats of one day. */
const CACHE_KB = 32 * 1_024;
/** The log moves into the database when it has so many pages of 4 kB: rarely, for a busy page is then moved once for many commits. */
const CHECKPOINT_PAGES = 4_000;

/**
 * Acknowledged means on disk [C2]: a write-ahead log with a sync at every commit, whatever the application around the
 * plugin has set. For each connection anew.
 * @throws when SQLite does not take the setting, on a file system that cannot carry it for one
 */
export function makeDurable(connection: Database): void {
  const journal = connection.pragma('journal_mode = WAL', { simple: true });
  connection.pragma(`synchronous = ${SYNCHRONOUS_FULL}`);
  connection.pragma(`cache_size = -${CACHE_KB}`);
  connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const synchronous = connection.pragma('synchronous', { simple: true });
  if ((journal !== 'wal' && journal !== 'memory') || synchronous !== SYNCHRONOUS_FULL)
    throw new Error(
      `attendance: SQLite does not keep what it commits (journal ${String(journal)}, synchronous ${String(synchronous)})`,
    );
}

/** Reads what the database says of its durability, for the self-check [F7]. */
export function readDurability(knex: Knex): Promise<Pick<InstallationState, 'journal' | 'synchronous'>> {
  return withSqlite(knex, (connection) => ({
    journal: String(connection.pragma('journal_mode', { simple: true })),
    synchronous: Number(connection.pragma('synchronous', { simple: true })),
  }));
}
