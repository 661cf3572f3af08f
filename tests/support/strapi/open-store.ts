import knexFactory, { type Knex } from 'knex';

import { onEachConnection } from '../../../plugins/attendance/server/src/adapters/database/sqlite/each-connection';
import { makeDurable } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sqlite-durability';

export interface OpenStore {
  readonly knex: Knex;
  close(): Promise<void>;
}

/** Opens a database of the product's as the product does, without the product: one connection, durable. */
export async function openStore(filename: string): Promise<OpenStore> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await onEachConnection(knex, makeDurable);
  return { knex, close: () => knex.destroy() };
}
