import type { Knex } from 'knex';
import type { Database, Statement } from 'better-sqlite3';

import { insertText, updateText, type Columns, type Parameter } from '../sql';

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

/** Values that the driver binds: SQLite has no booleans. */
type Bound = string | number | null;
type StatementOf = (sql: string) => Statement<Bound[]>;

const prepared = new WeakMap<Database, StatementOf>();

/** Returns how a text becomes its statement, kept for as long as the connection: the texts are those of this program, and few. */
export function statementsOf(connection: Database): StatementOf {
  const known = prepared.get(connection);
  if (known !== undefined) return known;
  const statements = new Map<string, Statement<Bound[]>>();
  const statementOf: StatementOf = (sql) => {
    const statement = statements.get(sql) ?? connection.prepare<Bound[]>(sql);
    statements.set(sql, statement);
    return statement;
  };
  prepared.set(connection, statementOf);
  return statementOf;
}

/** Returns parameters as the driver takes them: true is 1 there, and false is 0. */
export function bind(parameters: readonly Parameter[]): readonly Bound[] {
  return parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value));
}

/** The rows of a prepared query, on a connection that was lent. */
export function rowsIn<Row>(connection: Database, sql: string, ...parameters: Parameter[]): Row[] {
  return statementsOf(connection)(sql).all(...bind(parameters)) as Row[];
}

/** The rows of a prepared query outside any transaction. */
export function rowsOf<Row>(knex: Knex, sql: string, ...parameters: Parameter[]): Promise<Row[]> {
  return withSqlite(knex, (connection) => rowsIn<Row>(connection, sql, ...parameters));
}

/** Runs a prepared statement that returns no rows; returns the number of changed rows. */
export function execute(connection: Database, sql: string, ...parameters: Parameter[]): number {
  return statementsOf(connection)(sql).run(...bind(parameters)).changes;
}

/** Inserts a row; returns its id. */
export function insertRow(connection: Database, table: string, row: Columns): number {
  const statement = statementsOf(connection)(insertText(table, row));
  return Number(statement.run(...bind(Object.values(row))).lastInsertRowid);
}

export function updateRow(connection: Database, table: string, id: number, columns: Columns): void {
  execute(connection, updateText(table, columns), ...Object.values(columns), id);
}
