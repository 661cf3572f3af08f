import type { Knex } from 'knex';
import type { Database } from 'better-sqlite3';

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
