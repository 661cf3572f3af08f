import type { Knex } from 'knex';
import type { Database, Statement } from 'better-sqlite3';

import { insertText, updateText, type Columns, type Parameter } from './database/sql';

interface ConnectionClient {
  acquireConnection(): Promise<Database>;
  releaseConnection(connection: Database): Promise<void>;
}

/**
 * Lends Strapi's one connection to SQLite for synchronous work: nobody else is inside a transaction meanwhile, for the
 * pool holds one. Prepared statements there cost a tenth of built queries, which is what the message path is made of.
 */
export async function withSqlite<Result>(
  knex: Knex,
  work: (connection: Database) => Result,
): Promise<Result> {
  const client = knex.client as ConnectionClient;
  const connection = await client.acquireConnection();
  try {
    // What is committed inside another's transaction is not committed.
    if (connection.inTransaction) throw new Error('the connection was lent in the middle of a transaction');
    return work(connection);
  } finally {
    await client.releaseConnection(connection);
  }
}

type StatementOf = (sql: string) => Statement<Parameter[]>;

const prepared = new WeakMap<Database, StatementOf>();

/** Returns how a text becomes its statement, kept for as long as the connection: the texts are those of this program, and few. */
export function statementsOf(connection: Database): StatementOf {
  const known = prepared.get(connection);
  if (known !== undefined) return known;
  const statements = new Map<string, Statement<Parameter[]>>();
  const statementOf: StatementOf = (sql) => {
    const statement = statements.get(sql) ?? connection.prepare<Parameter[]>(sql);
    statements.set(sql, statement);
    return statement;
  };
  prepared.set(connection, statementOf);
  return statementOf;
}

/** The rows of a prepared query, on a connection that was lent. */
export function rowsIn<Row>(connection: Database, sql: string, ...parameters: Parameter[]): Row[] {
  return statementsOf(connection)(sql).all(...parameters) as Row[];
}

/** The rows of a prepared query outside any transaction. */
export function rowsOf<Row>(knex: Knex, sql: string, ...parameters: Parameter[]): Promise<Row[]> {
  return withSqlite(knex, (connection) => rowsIn<Row>(connection, sql, ...parameters));
}

/** The same one after the other: `take` may stop before the last, and the rest is not read. */
export function takeRows<Row, Taken>(
  knex: Knex,
  sql: string,
  parameters: readonly Parameter[],
  take: (rows: Iterable<Row>) => Taken,
): Promise<Taken> {
  return withSqlite(knex, (connection) =>
    take(statementsOf(connection)(sql).iterate(...parameters) as IterableIterator<Row>),
  );
}

/** Runs a prepared statement that answers no rows; answers how many it changed. */
export function execute(connection: Database, sql: string, ...parameters: Parameter[]): number {
  return statementsOf(connection)(sql).run(...parameters).changes;
}

/** Answers the new row's id. */
export function insertRow(connection: Database, table: string, row: Columns): number {
  const statement = statementsOf(connection)(insertText(table, row));
  return Number(statement.run(...Object.values(row)).lastInsertRowid);
}

export function updateRow(connection: Database, table: string, id: number, columns: Columns): void {
  execute(connection, updateText(table, columns), ...Object.values(columns), id);
}
