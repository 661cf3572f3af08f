import type { Pool, PoolClient } from 'pg';

import type { Sql, SqlReader } from '../../../plugins/attendance/server/src/adapters/database/sql';
import type { Transactions } from '../../../plugins/attendance/server/src/application/transactions';
import type { Steps } from '../../../plugins/attendance/server/src/application/steps';
import { createPostgresSql, toQuery } from './postgres-sql';

/**
 * Codes of a transaction that lost to another and is run again: a serialization failure, a deadlock, and a row that another
 * inserted after the script had looked for it.
 */
const LOST_TO_ANOTHER: readonly unknown[] = ['40001', '40P01', '23505'];
const TRIES_MAX = 10;

/**
 * Runs transactions on the connections of a pool, as many at once as it has. With one connection they run in the order in which
 * they were requested. `onLost` is called for each that is run again, with the code.
 */
export function createPostgresDatabase<Rows>(
  pool: Pool,
  openRows: (sql: Sql) => Rows,
  onLost: (code: string) => void = () => undefined,
): Transactions<Rows> {
  return {
    transact: async (work) => {
      for (let tries = 1; ; tries += 1) {
        const client = await pool.connect();
        try {
          return await runIn(client, () => work(openRows(createPostgresSql(client))));
        } catch (fault) {
          const code = codeOf(fault);
          if (tries === TRIES_MAX || !LOST_TO_ANOTHER.includes(code)) throw fault;
          onLost(code);
        }
      }
    },
  };
}

/**
 * Runs in a transaction of one connection, and returns it to its pool whatever happens; one that cannot be rolled back
 * is closed.
 */
async function runIn<Result>(client: PoolClient, work: () => Steps<Result>): Promise<Result> {
  let isWell = false;
  try {
    await client.query('BEGIN');
    try {
      const result = await settle(work());
      await client.query('COMMIT');
      isWell = true;
      return result;
    } catch (fault) {
      await client.query('ROLLBACK');
      isWell = true;
      throw fault;
    }
  } finally {
    client.release(!isWell);
  }
}

/** Runs a script to its end, and waits for each of its steps; a fault is thrown where the script waits. */
async function settle<Result>(steps: Steps<Result>): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    const [outcome] = await Promise.allSettled([step.value]);
    step = outcome.status === 'fulfilled' ? steps.next(outcome.value) : steps.throw(outcome.reason);
  }
  return step.value;
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

/** Reads committed rows, outside of all transactions. */
export function createPostgresReader(pool: Pool): SqlReader {
  const rows: SqlReader['rows'] = async <Row>(text: string, ...parameters: Parameters<typeof toQuery>[1]) =>
    (await pool.query(toQuery(text, parameters))).rows as Row[];
  return {
    rows,
    // The rows of a page are few: a cursor would cost more.
    take: async (text, parameters, take) => take(await rows(text, ...parameters)),
  };
}
