import type { Database as StrapiDatabase } from '@strapi/database';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';

import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import { findPostgres } from '../../support/postgres/installed.mjs';
import { createPostgresDatabase } from '../../support/postgres/postgres-database';
import { TYPES } from '../../support/postgres/postgres-sql';
import { makeTables } from '../../support/postgres/schema';
import { startPostgres, type PostgresServer } from '../../support/postgres/server';
import { describeReports } from './figures';

const bin = findPostgres();

describe.skipIf(bin === null)('on PostgreSQL', () => {
  let server: PostgresServer;
  let strapi: StrapiDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    strapi = await makeTables(server);
    pool = new pg.Pool({ ...server.connection, types: TYPES, max: 1 });
  });
  afterAll(async () => {
    await Promise.all([pool.end(), strapi.destroy()]);
    await server.stop();
  });

  describeReports(() => ({
    empty: async () => {
      for (const table of Object.values(TABLE)) await strapi.connection(table).delete();
    },
    insert: async (table, rows) => {
      await strapi.connection.batchInsert(table, [...rows], 500);
    },
    read: (script) => createPostgresDatabase(pool, (sql) => sql).transact(script),
  }));
});
