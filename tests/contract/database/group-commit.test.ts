import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Sql } from '../../../plugins/attendance/server/src/adapters/database/sql';
import {
  CHANGES,
  createSqliteDatabase,
} from '../../../plugins/attendance/server/src/adapters/database/sqlite/sqlite-database';
import type { Transactions } from '../../../plugins/attendance/server/src/application/transactions';
import { isStorageFault } from '../../../plugins/attendance/server/src/adapters/database/sqlite/storage-fault';
import { openStore, type OpenStore } from '../../support/strapi/open-store';

const BUSY_TIMEOUT_MS = 500;

let folder: string;
let store: OpenStore;
let transact: Transactions<Sql>['transact'];
/** Another connection: it sees what is committed, and can lock the file. */
let elsewhere: Database.Database;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-group-'));
  const filename = path.join(folder, 'group.db');
  store = await openStore(filename);
  await store.knex.raw('PRAGMA foreign_keys = ON');
  await store.knex.raw('CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT UNIQUE)');
  await store.knex.raw(
    'CREATE TABLE echoes (word TEXT REFERENCES words (word) DEFERRABLE INITIALLY DEFERRED)',
  );
  ({ transact } = createSqliteDatabase(store.knex, (sql) => sql, CHANGES));
  elsewhere = new Database(filename);
});

afterEach(async () => {
  elsewhere.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const committed = (): string[] =>
  (elsewhere.prepare('SELECT word FROM words ORDER BY id').all() as { word: string }[]).map(
    ({ word }) => word,
  );

const write = (word: string): Promise<string> =>
  transact(function* (sql) {
    yield* sql.run('INSERT INTO words (word) VALUES (?)', word);
    return word;
  });

/** The faults of those that were refused, by their place. */
async function faultsOf(members: readonly Promise<unknown>[]): Promise<Map<number, unknown>> {
  const outcomes = await Promise.allSettled(members);
  return new Map(
    outcomes.flatMap((outcome, index) =>
      outcome.status === 'rejected' ? [[index, outcome.reason] as const] : [],
    ),
  );
}

describe('changes that share a transaction', () => {
  it('[C2] answers each after COMMIT, in the order asked, and writes no group of more than 50', async () => {
    const words = Array.from({ length: 120 }, (_, index) => `word ${index}`);
    const committedBefore: number[] = [];
    await Promise.all(
      words.map(async (word) => {
        await transact(function* (sql) {
          committedBefore.push(committed().length);
          yield* sql.run('INSERT INTO words (word) VALUES (?)', word);
        });
        expect(committed()).toContain(word);
      }),
    );
    expect(committed()).toEqual(words);
    expect(committedBefore).toEqual(words.map((_, index) => Math.floor(index / 50) * 50));
  });

  it('lets a member fail alone, and takes back what that one wrote', async () => {
    const mine = new Error('mine');
    const thrower = transact(function* (sql) {
      yield* sql.run(`INSERT INTO words (word) VALUES ('half')`);
      throw mine;
    });
    const faults = await faultsOf([write('one'), thrower, write('two'), write('one'), write('three')]);
    expect([...faults.keys()]).toEqual([1, 3]);
    expect(faults.get(1)).toBe(mine);
    expect(faults.get(3)).toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
    expect(committed()).toEqual(['one', 'two', 'three']);
  });

  it('[C2] answers nobody that it is done when COMMIT fails, and stores the next group', async () => {
    const orphan = transact((sql) => sql.run(`INSERT INTO echoes (word) VALUES ('nobody said it')`));
    const faults = await faultsOf([write('one'), orphan, write('two')]);
    expect([...faults.values()].map((fault) => (fault as { code?: string }).code)).toEqual(
      Array.from({ length: 3 }, () => 'SQLITE_CONSTRAINT_FOREIGNKEY'),
    );
    expect(committed()).toEqual([]);
    await write('three');
    expect(committed()).toEqual(['three']);
  });
});

describe('work that waits for something', () => {
  it('is refused, and stores nothing: meanwhile others would have written into its transaction', async () => {
    const sleeper = transact(function* (sql) {
      yield* sql.run(`INSERT INTO words (word) VALUES ('asleep')`);
      yield Promise.resolve();
    });
    const faults = await faultsOf([write('one'), sleeper, write('two')]);
    expect([...faults].map(([place, fault]) => [place, String(fault)])).toEqual([
      [1, expect.stringContaining('waited for something')],
    ]);
    expect(committed()).toEqual(['one', 'two']);
  });
});

describe('a fault beneath a group', () => {
  it('[C2] that takes the transaction back: nobody is done, nobody after it writes', async () => {
    let hasRun = false;
    const wrecked = transact(function* (sql) {
      // As SQLite does by itself when an input or output fails.
      yield* sql.run('ROLLBACK');
      throw new Error('disk I/O error');
    });
    const after = transact(function* (sql) {
      hasRun = true;
      yield* sql.rows('SELECT 1');
    });
    const faults = await faultsOf([write('one'), wrecked, after, write('two')]);
    expect([...faults.keys()]).toEqual([0, 1, 2, 3]);
    expect(String(faults.get(0))).toContain('disk I/O error');
    expect(hasRun).toBe(false);
    expect(committed()).toEqual([]);
    await write('three');
    expect(committed()).toEqual(['three']);
  });

  it('[C2] [H] full in the middle: a storage fault for all, and each is stored once there is room', async () => {
    const pages = Number(elsewhere.pragma('page_count', { simple: true }));
    await store.knex.raw(`PRAGMA max_page_count = ${pages}`);
    const large = 'x'.repeat(20_000);
    const faults = await faultsOf([write('one'), write(large), write('two')]);
    expect([...faults.values()].map(isStorageFault)).toEqual([true, true, true]);
    expect(committed()).toEqual([]);
    await store.knex.raw('PRAGMA max_page_count = 1000000');
    expect((await faultsOf([write('one'), write(large), write('two')])).size).toBe(0);
    expect(committed()).toEqual(['one', large, 'two']);
  });

  it('[H] locked by another: one wait for all of the group, and well again after it', async () => {
    elsewhere.exec('BEGIN IMMEDIATE');
    const startedAt = performance.now();
    const faults = await faultsOf(Array.from({ length: 20 }, (_, index) => write(`word ${index}`)));
    expect([...faults.values()].map(isStorageFault)).toEqual(Array.from({ length: 20 }, () => true));
    expect(performance.now() - startedAt).toBeLessThan(3 * BUSY_TIMEOUT_MS);
    elsewhere.exec('ROLLBACK');
    await write('one');
    expect(committed()).toEqual(['one']);
  });

  it('[H] read-only: a storage fault, and well again after it', async () => {
    await store.knex.raw('PRAGMA query_only = ON');
    expect([...(await faultsOf([write('one'), write('two')])).values()].map(isStorageFault)).toEqual([
      true,
      true,
    ]);
    await store.knex.raw('PRAGMA query_only = OFF');
    await write('three');
    expect(committed()).toEqual(['three']);
  });
});
