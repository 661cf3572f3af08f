import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { watchDatabaseFile } from '../../../plugins/attendance/server/src/adapters/database/sqlite/database-file';
import { openStore, type OpenStore } from '../../support/strapi/open-store';

let folder: string;
let filename: string;
let store: OpenStore;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-file-'));
  filename = path.join(folder, 'store.db');
  store = await openStore(filename);
  await store.knex.schema.createTable('lines', (table) => void table.text('words'));
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = () => store.knex('lines').insert({ words: 'oi' });
const watch = (onLost: (lost: string) => void) =>
  watchDatabaseFile(store.knex, {
    onLost,
    onFault: (fault) => {
      throw fault;
    },
  });

it.each([
  ['deleted', () => rmSync(filename)],
  [
    'replaced by a copy of itself, as from a backup',
    () => {
      copyFileSync(filename, `${filename}.backup`);
      renameSync(`${filename}.backup`, filename);
    },
  ],
])('[Z18] finding A15: a file that was %s takes no more, on any connection', async (_, harm) => {
  let tell: (lost: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const file = await watch(tell);
  await write();
  expect(file.isLost()).toBe(false);
  harm();
  expect(await lost).toBe(filename);
  expect(file.isLost()).toBe(true);
  await expect(write()).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
  await file.stop();
});

it('[Z18] a file that stays is never lost, however often it is written and its log is emptied', async () => {
  const file = await watch(() => {
    throw new Error('it is there');
  });
  for (let count = 0; count < 3; count += 1) {
    await write();
    await store.knex.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    await store.knex.raw('VACUUM');
  }
  expect(file.isLost()).toBe(false);
  await file.stop();
});
