import type { Knex } from 'knex';
import type { Database } from 'better-sqlite3';

import { isStorageFault } from '../application/storage-fault';
import { gather } from './gather';
import { withSqlite } from './sqlite-connection';

/**
 * Runs the work in a transaction. Resolves after COMMIT; rejects with what the work threw, or with what kept the
 * transaction from being stored, and then nothing of it was written.
 */
export type Commit = <Result>(work: (connection: Database) => Result) => Promise<Result>;

interface Member {
  /** Throws what the work throws; answers how to tell of its result, which is to be done after COMMIT. */
  readonly run: (connection: Database) => () => void;
  readonly reject: (fault: unknown) => void;
}

const GROUP_MAX = 50;
/** Whatever follows a commit closely waits for others: people do not see how long these take, and syncs hold everybody up. */
const CROWD = 1;
const PATIENCE = 3;

/**
 * Group commit for changes of interactions. Members run in the order in which they asked, each behind a savepoint of its
 * own, and fail alone.
 */
export function createGroupCommit(knex: Knex): Commit {
  const add = gather<Member>({
    most: GROUP_MAX,
    crowd: CROWD,
    patience: PATIENCE,
    write: (members) => commitGroup(knex, members),
  });
  return (work) =>
    new Promise((resolve, reject) => {
      const run: Member['run'] = (connection) => {
        const result = work(connection);
        return () => resolve(result);
      };
      add({ run, reject });
    });
}

/** Answers how long the writing took. Never rejects: every member hears of its own outcome. */
async function commitGroup(knex: Knex, members: readonly Member[]): Promise<number> {
  let startedAt = performance.now();
  try {
    const tellAll = await withSqlite(knex, (connection) => {
      startedAt = performance.now();
      return runTogether(connection, members);
    });
    for (const tell of tellAll) tell();
  } catch (fault) {
    for (const { reject } of members) reject(fault);
  }
  return performance.now() - startedAt;
}

/** Throws when the transaction as a whole is not stored. */
function runTogether(connection: Database, members: readonly Member[]): (() => void)[] {
  // Inside of itself it is a savepoint.
  const transaction = connection.transaction(<Result>(work: () => Result): Result => work());
  return transaction.immediate(() =>
    members.map(({ reject, run }) => {
      try {
        return transaction(() => run(connection));
      } catch (fault) {
        // Some faults make SQLite take the whole transaction back by itself: the members before are lost with it, and
        // whoever wrote now would write outside of one. Where nothing can be stored, each would only wait again.
        if (!connection.inTransaction || isStorageFault(fault)) throw fault;
        return () => reject(fault);
      }
    }),
  ) as (() => void)[];
}
