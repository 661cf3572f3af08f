import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

import { RefusedStart } from '../refused-start';

/** Held for as long as the process lives; the operating system frees it with the process, SIGKILL included. */
export interface ServerLock {
  release(): void;
}

/**
 * A second server on one SQLite file would break every promise that memory helps to keep: it is refused. A sidecar
 * database is locked rather than the file itself, whose readers are welcome.
 * @throws when another process holds it
 */
export function lockSqliteFile(filename: string, appFolder: string): ServerLock {
  // The driver is the application's own, the one that Strapi uses.
  const load = createRequire(`${appFolder}/`);
  const Sqlite = load('better-sqlite3') as typeof Database;
  const lock = new Sqlite(`${filename}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new RefusedStart(
      `attendance: another server is running on ${filename}. SQLite serves one server at a time: stop the other one, ` +
        'or set DATABASE_FILENAME to a file of its own.',
      { cause },
    );
  }
  return { release: () => lock.close() };
}
