import { statSync } from 'node:fs';
import type { Knex } from 'knex';

import { every } from '../../../application/every';
import { onEachConnection } from './each-connection';
import { withSqlite } from './sqlite-connection';

const LOOK_MS = 1_000;

export interface DatabaseFile {
  /** Returns whether writes go to a file that no name leads to any more. */
  isLost(): boolean;
  stop(): Promise<void>;
}

export interface DatabaseFileOptions {
  /** Called once, as soon as the loss is seen. */
  readonly onLost: (filename: string) => void;
  readonly onFault: (fault: unknown) => void;
}

/**
 * Checks each second whether the database's name still leads to the file that the server has open. Where somebody deleted or replaced it, the system
 * goes on taking writes for a file that is gone with the process: from then on nothing is written, and every write is refused [K1]. A database in
 * memory is never lost.
 */
export async function watchDatabaseFile(
  knex: Knex,
  { onFault, onLost }: DatabaseFileOptions,
): Promise<DatabaseFile> {
  const filename = await withSqlite(knex, ({ memory, name }) => (memory ? null : name));
  if (filename === null) return { isLost: () => false, stop: () => Promise.resolve() };
  const opened = fileNumber(filename);
  let isLost = false;
  const look = async (): Promise<void> => {
    if (isLost || fileNumber(filename) === opened) return;
    isLost = true;
    await onEachConnection(knex, (connection) => void connection.pragma('query_only = ON'));
    onLost(filename);
  };
  return { isLost: () => isLost, stop: every(LOOK_MS, look, onFault) };
}

/** Returns the inode by which SQLite itself recognises a file; null where there is none. Synchronous: it must not wait behind other files. */
function fileNumber(filename: string): bigint | null {
  return statSync(filename, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
