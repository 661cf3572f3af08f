import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import createKnex, { type Knex } from 'knex';

import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import { startStrapi } from './strapi-server';

export interface SqliteDatabase {
  readonly knex: Knex;
  /** Deletes every row of the plugin's tables. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Opens a database that a real Strapi migrated, guards included, without that Strapi: its own sweep would beat the
 * clock that a test sets.
 */
export async function openMigratedDatabase(): Promise<SqliteDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'atende-contract-'));
  const filename = path.join(folder, 'migrated.db');
  const server = await startStrapi();
  await server.strapi.db.connection.raw('VACUUM INTO ?', [filename]);
  await server.stop();
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    // Strapi holds one connection to SQLite.
    pool: { min: 1, max: 1 },
  });
  // Survival of a power failure is not tested here.
  await knex.raw('PRAGMA synchronous = OFF');
  return {
    knex,
    empty: async () => {
      for (const table of Object.values(TABLE)) await knex(table).delete();
    },
    stop: async () => {
      await knex.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
