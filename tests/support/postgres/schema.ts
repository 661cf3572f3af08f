import path from 'node:path';
import { Database } from '@strapi/database';

import { contentTypes } from '../../../plugins/attendance/server/src/content-types';
import type { PostgresServer } from './server';

/** Columns of Strapi's own table that our queries read. */
const ADMIN_USERS = {
  collectionName: 'admin_users',
  attributes: {
    email: { type: 'string' },
    isActive: { type: 'boolean' },
    blocked: { type: 'boolean' },
  },
  indexes: [],
};

/**
 * Makes the plugin's tables as Strapi makes them on PostgreSQL: by its own schema builder, from the content types. Returns
 * Strapi's database, whose knex the stores work with that know no other way.
 */
export async function makeTables({ connection, folder }: PostgresServer): Promise<Database> {
  const database = new Database({
    connection: { client: 'postgres', connection: { ...connection }, pool: { min: 0, max: 4 } },
    // Strapi makes a folder of its own for migrations; there are none.
    settings: { migrations: { dir: path.join(folder, 'migrations') } },
  });
  const schemas = Object.entries(contentTypes).map(([name, { schema }]) => [name, schema] as const);
  await database.init({
    models: [...schemas, ['admin-user', ADMIN_USERS] as const].map(([name, schema]) => ({
      uid: name,
      singularName: name,
      tableName: schema.collectionName,
      attributes: { id: { type: 'increments' }, ...schema.attributes },
      indexes: schema.indexes,
      lifecycles: {},
    })) as Parameters<Database['init']>[0]['models'],
  });
  await database.schema.create();
  return database;
}
