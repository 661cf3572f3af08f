import type { Knex } from 'knex';
import type { Database, Statement } from 'better-sqlite3';

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

type Parameter = string | number | null;

const statements = new WeakMap<Database, Map<string, Statement<Parameter[]>>>();

/** Kept for as long as the connection: the texts are those of this program, and few. */
function statementOf(connection: Database, sql: string): Statement<Parameter[]> {
  const known = statements.get(connection) ?? new Map<string, Statement<Parameter[]>>();
  statements.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare<Parameter[]>(sql);
  known.set(sql, statement);
  return statement;
}

/** The rows of a prepared query, on a connection that was lent. */
export function rowsIn<Row>(connection: Database, sql: string, ...parameters: Parameter[]): Row[] {
  return statementOf(connection, sql).all(...parameters) as Row[];
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
    take(statementOf(connection, sql).iterate(...parameters) as IterableIterator<Row>),
  );
}

/** Runs a prepared statement that answers no rows; answers how many it changed. */
export function execute(connection: Database, sql: string, ...parameters: Parameter[]): number {
  return statementOf(connection, sql).run(...parameters).changes;
}

type Columns = Readonly<Record<string, Parameter>>;

/** Answers the new row's id. */
export function insertRow(connection: Database, table: string, row: Columns): number {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return Number(statementOf(connection, sql).run(...Object.values(row)).lastInsertRowid);
}

export function updateRow(connection: Database, table: string, id: number, columns: Columns): void {
  const assignments = Object.keys(columns).map((name) => `${name} = ?`);
  const sql = `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`;
  execute(connection, sql, ...Object.values(columns), id);
}
