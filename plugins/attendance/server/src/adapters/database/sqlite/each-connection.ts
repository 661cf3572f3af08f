import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import { withSqlite } from './sqlite-connection';

/** The parts that are used of the pool behind knex, which leaves it untyped. */
interface Pool {
  on(event: 'createSuccess', listener: (eventId: number, connection: PooledConnection) => void): void;
}

interface PooledConnection extends Database {
  /** knex closes a connection that bears a reason here instead of lending it. */
  __knex__disposed?: unknown;
}

/**
 * Prepares what SQLite keeps with a connection and not in the file, such as pragmas and temporary triggers: on the open connection, and on each that
 * the pool opens later, before it is lent. Nothing of it outlives the connection.
 * @throws what `prepare` throws on the open connection; a later one that cannot be prepared is never lent
 */
export async function onEachConnection(knex: Knex, prepare: (connection: Database) => void): Promise<void> {
  const { pool } = knex.client as { readonly pool: Pool };
  pool.on('createSuccess', (_, connection) => {
    try {
      prepare(connection);
    } catch (fault) {
      connection.__knex__disposed = fault;
    }
  });
  await withSqlite(knex, prepare);
}
