import type { Knex } from 'knex';
import type { Database as Connection } from 'better-sqlite3';

import type { Transactions } from '../../../application/transactions';
import type { Steps } from '../../../application/steps';
import { withSqlite } from './sqlite-connection';
import type { Sql } from '../sql';
import { createBatcher, type Batching } from './batch';
import { createSqliteSql } from './sqlite-sql';
import { isStorageFault } from './storage-fault';

export interface Grouping extends Omit<Batching<unknown>, 'write'> {
  /** Isolation of a group's members from one that throws: savepoints, or a retry in a transaction of its own for each. */
  readonly isolation: 'savepoints' | 'retries';
}

/** Grouping of writes whose time people do not see: those that closely follow a commit wait for others. */
export const CHANGES: Grouping = { maxSize: 50, adaptiveFrom: 1, waitFactor: 3, isolation: 'savepoints' };
/** Grouping of messages, which wait for others only where there are many: people see how long each takes. */
export const MESSAGES: Grouping = { maxSize: 100, adaptiveFrom: 10, waitFactor: 1, isolation: 'retries' };

interface Member<Rows> {
  /** Does the work, and throws what it throws; returns the function that reports its result, to be called after COMMIT. */
  readonly run: (rows: Rows) => () => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Group commit on SQLite: what is asked for in one turn of the event loop shares a transaction, and so its sync. Members run in
 * the order in which they asked, one after the other, and fail alone.
 */
export function createSqliteDatabase<Rows extends object>(
  knex: Knex,
  openRows: (sql: Sql) => Rows,
  { isolation, ...grouping }: Grouping,
): Transactions<Rows> {
  const opened = new WeakMap<Connection, Rows>();
  const rowsOf = (connection: Connection): Rows => {
    const known = opened.get(connection) ?? openRows(createSqliteSql(connection));
    opened.set(connection, known);
    return known;
  };

  /** Commits a group; returns how long the write took, in ms. Never rejects: every member gets its own outcome. */
  const commitGroup = async (members: readonly Member<Rows>[]): Promise<number> => {
    let startedAt = performance.now();
    try {
      const tellAll = await withSqlite(knex, (connection) => {
        startedAt = performance.now();
        return runAll(connection, rowsOf(connection), members);
      });
      for (const tell of tellAll) tell();
    } catch (fault) {
      // Where nothing can be stored, a try for each would only hold everybody up.
      if (isolation === 'savepoints' || members.length === 1 || isStorageFault(fault))
        for (const { reject } of members) reject(fault);
      else for (const member of members) await commitGroup([member]);
    }
    return performance.now() - startedAt;
  };

  /** Throws when the transaction as a whole is not stored. */
  function runAll(connection: Connection, rows: Rows, members: readonly Member<Rows>[]): (() => void)[] {
    // Inside of itself it is a savepoint.
    const transaction = connection.transaction(<Result>(work: () => Result): Result => work());
    const runOne = ({ reject, run }: Member<Rows>): (() => void) => {
      try {
        return transaction(() => run(rows)) as () => void;
      } catch (fault) {
        // Some faults make SQLite take the whole transaction back by itself: the members before are lost with it, and
        // whoever wrote now would write outside of one. Where nothing can be stored, each would only wait again.
        if (!connection.inTransaction || isStorageFault(fault)) throw fault;
        return () => reject(fault);
      }
    };
    return transaction.immediate(() =>
      members.map(isolation === 'savepoints' ? runOne : ({ run }) => run(rows)),
    ) as (() => void)[];
  }

  const add = createBatcher<Member<Rows>>({ ...grouping, write: commitGroup });
  return {
    transact: <Result>(work: (rows: Rows) => Steps<Result>) =>
      new Promise<Result>((resolve, reject) => {
        const run: Member<Rows>['run'] = (rows) => {
          const result = runAtOnce(work(rows));
          return () => resolve(result);
        };
        add({ run, reject });
      }),
  };
}

/** Runs a script to its end: on SQLite no step waits. */
function runAtOnce<Result>(steps: Steps<Result>): Result {
  const { done, value } = steps.next();
  if (done !== true) throw new Error('a transaction on SQLite waited for something');
  return value;
}
