import { afterAll, beforeAll, describe } from 'vitest';

import { sqlOn } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { openMigratedDatabase, type SqliteDatabase } from '../../support/strapi/sqlite-database';
import { describeReports } from './figures';

describe('on SQLite', () => {
  let database: SqliteDatabase;
  beforeAll(async () => {
    database = await openMigratedDatabase();
  });
  afterAll(() => database.stop());

  describeReports(() => ({
    empty: () => database.empty(),
    insert: async (table, rows) => {
      await database.knex.batchInsert(table, [...rows], 20);
    },
    read: (script) => sqlOn(database.knex).transact(script),
  }));
});
