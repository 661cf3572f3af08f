import type { Database as StrapiDatabase } from '@strapi/database';
import pg from 'pg';
import type { Knex } from 'knex';
import { afterAll, describe } from 'vitest';

import { readAtOnce } from '../../../plugins/attendance/server/src/adapters/database/sqlite/read-at-once';
import { withSqlite } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sqlite-connection';
import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import { findPostgres } from '../../support/postgres/installed.mjs';
import { createPostgresDatabase } from '../../support/postgres/postgres-database';
import { TYPES } from '../../support/postgres/postgres-sql';
import { makeTables } from '../../support/postgres/schema';
import { startPostgres, type PostgresServer } from '../../support/postgres/server';
import { openMigratedDatabase, type SqliteDatabase } from '../../support/strapi/sqlite-database';
import { describeReportTable, type ReportWorld } from './report-table';

const bin = findPostgres();
const ROWS_AT_ONCE = 20;

async function insertInto(knex: Knex, ...[table, rows]: Parameters<ReportWorld['insert']>): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    await knex(table).insert(rows.slice(first, first + ROWS_AT_ONCE));
}

describe('the table of interactions on SQLite', () => {
  let database: SqliteDatabase | null = null;
  afterAll(() => database?.stop());

  describeReportTable(async () => {
    const { empty, knex } = (database = await openMigratedDatabase());
    return {
      empty,
      insert: (table, rows) => insertInto(knex, table, rows),
      read: (script) => withSqlite(knex, (connection) => readAtOnce(connection, script)),
    };
  });
});

describe.skipIf(bin === null)('the table of interactions on PostgreSQL', () => {
  let server: PostgresServer | null = null;
  let strapi: StrapiDatabase | null = null;
  let pool: pg.Pool | null = null;

  afterAll(async () => {
    await Promise.all([pool?.end(), strapi?.destroy()]);
    await server?.stop();
  });

  describeReportTable(async () => {
    server = await startPostgres(bin ?? '');
    strapi = await makeTables(server);
    pool = new pg.Pool({ ...server.connection, types: TYPES, max: 1 });
    const { connection: knex } = strapi;
    const { transact } = createPostgresDatabase(pool, (sql) => sql);
    return {
      empty: async () => {
        for (const table of Object.values(TABLE)) await knex(table).delete();
      },
      insert: (table, rows) => insertInto(knex, table, rows),
      read: (script) => transact(script),
    };
  });
});
