import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { copyTemplate, prepareRows } from '../support/prepared-database';
import { startProductServer, type ProductServer } from '../support/product-server';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** A column that an older version had: taking it away makes SQLite's table anew. */
const LEGACY = 'legacy_note';
/** All of what is guarded. */
const TABLES = ['attendance_interactions', 'attendance_slots', 'attendance_agents', 'attendance_settings'];

interface Stored {
  readonly tables: readonly { readonly name: string; readonly columns: object[] }[];
}

let folder: string;
let filename: string;
let server: ProductServer | null = null;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-upgrade-'));
  filename = path.join(folder, 'server.db');
  await copyTemplate(ROOT, filename);
  prepareRows(filename, { agents: 1, attended: 2, waiting: 1 });
});

afterAll(async () => {
  await server?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function withDatabase<Result>(work: (database: Database.Database) => Result): Result {
  const database = new Database(filename);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** As an older version would have left it: each guarded table with a column that is no more. */
function makeOlder(database: Database.Database): void {
  const { schema } = database.prepare('SELECT schema FROM strapi_database_schema').get() as {
    schema: string;
  };
  const stored = JSON.parse(schema) as Stored;
  for (const { columns, name } of stored.tables) {
    if (!TABLES.includes(name)) continue;
    database.exec(`ALTER TABLE ${name} ADD COLUMN ${LEGACY} varchar(255)`);
    columns.push({
      name: LEGACY,
      type: 'string',
      args: [],
      defaultTo: null,
      notNullable: false,
      unsigned: false,
    });
  }
  database
    .prepare(`UPDATE strapi_database_schema SET schema = ?, hash = 'older'`)
    .run(JSON.stringify(stored));
}

const everything = (database: Database.Database) =>
  TABLES.map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY id`).all());
/** Triggers, and the indexes that refuse what must be unique. */
const guards = (database: Database.Database) =>
  database
    .prepare(
      `SELECT type, name, tbl_name FROM sqlite_master WHERE type IN ('trigger', 'index') ORDER BY name`,
    )
    .all();

it('[Z63] a version whose tables differ starts on an older one’s database, loses nothing and guards it as before', async () => {
  const before = withDatabase((database) => ({ rows: everything(database), guards: guards(database) }));
  expect(before.guards.length).toBeGreaterThan(30);
  withDatabase(makeOlder);
  server = await startProductServer({ root: ROOT, filename });
  const after = withDatabase((database) => ({ rows: everything(database), guards: guards(database) }));
  expect(JSON.stringify(after.rows)).not.toContain(LEGACY);
  // What a start itself writes into interactions and agents is none of these: nobody is connected.
  expect(after.rows[1]).toEqual(before.rows[1]);
  expect(after.rows[0]).toHaveLength(before.rows[0]?.length ?? -1);
  expect(after.guards).toEqual(before.guards);
  expect(() => withDatabase((database) => database.exec('DELETE FROM attendance_slots'))).toThrow(
    'an interaction keeps its slots until it is ended',
  );
});
