import { statSync } from 'node:fs';
import type { Knex } from 'knex';

import { every } from '../../../application/every';
import { onEachConnection } from './each-connection';
import { withSqlite } from './sqlite-connection';

const LOOK_MS = 1_000;

export interface DatabaseFile {
  /** Whether what is written goes to a file that nobody finds any more. */
  isLost(): boolean;
  stop(): Promise<void>;
}

export interface DatabaseFileOptions {
  /** Once, as soon as it is seen. */
  readonly onLost: (filename: string) => void;
  readonly onFault: (fault: unknown) => void;
}

/**
 * Looks each second whether the database's name still leads to the file that the server has open. Where somebody deleted or
 * replaced it, the system goes on taking writes for a file that is gone with the process: from then on nothing is written any
 * more, and whoever wants to store something hears that it cannot be [K1]. A database in memory is never lost.
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

/** By which SQLite itself knows a file again; null where there is none. Looked up at once: it must not wait behind other files. */
function fileNumber(filename: string): bigint | null {
  return statSync(filename, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
