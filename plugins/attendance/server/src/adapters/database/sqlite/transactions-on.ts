import type { Knex } from 'knex';

import type { Transactions } from '../../../application/database';
import type { Sql } from '../sql';
import { CHANGES, createSqliteDatabase } from './sqlite-database';

const opened = new WeakMap<Knex, Transactions<Sql>>();

/** Returns the transactions on this connection over plain SQL: for stores whose rows no script of the application needs. */
export function transactionsOn(knex: Knex): Transactions<Sql> {
  const known = opened.get(knex) ?? createSqliteDatabase(knex, (sql) => sql, CHANGES);
  opened.set(knex, known);
  return known;
}
