import type { Knex } from 'knex';

import type { Sql, SqlDatabase } from '../sql';
import { CHANGES, createSqliteDatabase } from './sqlite-database';
import { createSqliteReader } from './sqlite-reader';

const opened = new WeakMap<Knex, SqlDatabase>();

/** Returns the SQL of this connection. */
export function sqlOn(knex: Knex): SqlDatabase {
  const known = opened.get(knex) ?? {
    ...createSqliteReader(knex),
    ...createSqliteDatabase<Sql>(knex, (sql) => sql, CHANGES),
  };
  opened.set(knex, known);
  return known;
}
