import { afterAll, beforeAll, expect, it } from 'vitest';

import { sqlOn } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { migrateClosingTags } from '../../../plugins/attendance/server/src/adapters/tools/migrate-closing-tags';
import { openMigratedDatabase, type SqliteDatabase } from '../../support/strapi/sqlite-database';

let database: SqliteDatabase;

beforeAll(async () => {
  database = await openMigratedDatabase();
});

afterAll(() => database.stop());

it('[Z53] reasons for ending become tags once, and what was deleted afterwards stays deleted', async () => {
  const { knex } = database;
  await database.empty();
  await knex('attendance_tags').insert({ version: 0, name: 'troca', name_key: 'troca', colour: '#000000' });
  await knex('attendance_settings').insert({
    version: 0,
    closing_tags: JSON.stringify(['Resolvido', 'Troca']),
  });
  await migrateClosingTags(sqlOn(knex));
  const names = async () => (await knex('attendance_tags').orderBy('name_key').pluck('name')) as string[];
  expect(await names()).toEqual(['Resolvido', 'troca']);
  await knex('attendance_tags').where('name', 'Resolvido').delete();
  await migrateClosingTags(sqlOn(knex));
  expect(await names()).toEqual(['troca']);
});
