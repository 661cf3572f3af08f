import type { Knex } from 'knex';

import { bind, rowsOf, statementsOf, withSqlite } from './sqlite-connection';
import type { Parameter, SqlReader } from '../sql';

/** Reads between transactions, on the one connection. */
export function createSqliteReader(knex: Knex): SqlReader {
  return {
    rows: (text, ...parameters) => rowsOf(knex, text, ...parameters),
    take: <Row, Taken>(
      text: string,
      parameters: readonly Parameter[],
      take: (rows: Iterable<Row>) => Taken,
    ): Promise<Taken> =>
      withSqlite(knex, (connection) =>
        take(statementsOf(connection)(text).iterate(...bind(parameters)) as IterableIterator<Row>),
      ),
  };
}
