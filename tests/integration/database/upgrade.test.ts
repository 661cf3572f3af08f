import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { copyTemplate, prepareRows } from '../../support/strapi/prepared-database';
import { startProductServer, type ProductServer } from '../../support/product-server';

const ROOT = path.resolve(import.meta.dirname, '../../..');
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

/** As an older version would have left it: each guarded table with a column that is no more, and its triggers in the file. */
function makeOlder(database: Database.Database): void {
  database.exec(`CREATE TRIGGER attendance_slot_kept BEFORE DELETE ON attendance_slots
    WHEN EXISTS (SELECT 1 FROM attendance_interactions WHERE id = OLD.interaction_id)
    BEGIN SELECT RAISE(ABORT, 'attendance: an interaction keeps its slots until it is ended'); END`);
  database.exec(`CREATE TRIGGER attendance_of_the_app AFTER INSERT ON strapi_webhooks BEGIN SELECT 1; END`);
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
/** Those too that refuse what must be unique. */
const indexes = (database: Database.Database) =>
  database.prepare(`SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' ORDER BY name`).all();
const triggers = (database: Database.Database) =>
  database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all();
const waitingUntil = (database: Database.Database) =>
  database.prepare(`SELECT away_until FROM attendance_interactions WHERE status = 'waiting'`).pluck().get();

it('[Z63] [Z90] [Z93] finding S10: a version whose tables differ starts on an older one’s database, loses nothing and takes its triggers along', async () => {
  const before = withDatabase((database) => ({ rows: everything(database), indexes: indexes(database) }));
  expect(before.indexes.length).toBeGreaterThan(30);
  withDatabase(makeOlder);
  const leftAt = Date.now() - 60_000;
  withDatabase((database) =>
    database
      .prepare(`UPDATE attendance_interactions SET away_since = ?, away_until = ? WHERE status = 'waiting'`)
      .run(leftAt, leftAt + 30_000),
  );
  server = await startProductServer({ root: ROOT, filename });
  const after = withDatabase((database) => ({ rows: everything(database), indexes: indexes(database) }));
  expect(JSON.stringify(after.rows)).not.toContain(LEGACY);
  // What a start itself writes into interactions and agents is none of these: nobody is connected.
  expect(after.rows[1]).toEqual(before.rows[1]);
  expect(after.rows[0]).toHaveLength(before.rows[0]?.length ?? -1);
  expect(after.indexes).toEqual(before.indexes);
  // The app's own trigger is none of ours.
  expect(withDatabase(triggers)).toEqual([{ name: 'attendance_of_the_app' }]);
  // Somebody's time away was moved over the time in which there was no server: news, and no warning.
  expect(server.output()).toMatch(/info.*the service was away; deadlines were moved by it/);
  expect(withDatabase(waitingUntil)).toBeGreaterThan(Date.now());
});
