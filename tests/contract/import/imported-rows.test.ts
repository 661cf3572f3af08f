import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { guardCapacity } from '../../../plugins/attendance/server/src/adapters/database/sqlite/capacity-guards';
import { createSqlTx } from '../../../plugins/attendance/server/src/adapters/sql-tx';
import { createSqliteSql } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sqlite-sql';
import { finishImport } from '../../../plugins/attendance/server/src/adapters/import/finish-import';
import { guardImport } from '../../../plugins/attendance/server/src/adapters/import/import-guards';
import {
  keepOrigins,
  NAMED_TABLES,
  prepareForExport,
} from '../../../plugins/attendance/server/src/adapters/import/origins';
import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import { readEverything, writeStory, type Story } from '../../support/carried-story';
import { copyTemplate } from '../../support/strapi/prepared-database';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NOW = 1_800_000_000_000;

let folder: string;
let filename: string;
let database: Database.Database;
let story: Story;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-imported-'));
  filename = path.join(folder, 'strapi.db');
  await copyTemplate(ROOT, filename);
  story = writeStory(filename, 'alfa');
  database = new Database(filename);
  prepareForExport(database);
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As Strapi's import leaves it: rows with other ids, that others still name by the old ones. */
function renumber(): void {
  for (const table of [TABLE.marks, ...NAMED_TABLES])
    database.exec(`UPDATE ${table} SET id = -id; UPDATE ${table} SET id = 7 - id WHERE id < 0`);
}

const one = <Row>(sql: string, ...parameters: unknown[]): Row | undefined =>
  database.prepare(sql).get(...parameters) as Row | undefined;

describe('rows that an import has numbered anew', () => {
  it('[G3] [Z95] finding S3: have their own ids again, once, and every reference is right', () => {
    const before = readEverything(filename);
    renumber();
    expect(readEverything(filename)).not.toEqual(before);
    expect(finishImport(database, NOW)).toEqual({ orphans: 0 });
    expect(readEverything(filename)).toEqual(before);
    expect(finishImport(database, NOW)).toBeNull();
    // What is made from now on stands beside them.
    keepOrigins(database);
    const { lastInsertRowid: id } = database
      .prepare(`INSERT INTO ${TABLE.visitors} (name) VALUES ('Gil')`)
      .run();
    expect(one(`SELECT id, origin_id FROM ${TABLE.visitors} WHERE name = 'Gil'`)).toEqual({
      id,
      origin_id: id,
    });
    expect(() => database.exec(`DELETE FROM ${TABLE.marks}`)).toThrow('takes no import');
  });

  it('[G3] [Z95] finding S3: a failure in the middle leaves the import as it was, to be taken up by the next start', () => {
    const before = readEverything(filename);
    renumber();
    database.exec(
      `CREATE TEMP TRIGGER broken BEFORE DELETE ON ${TABLE.marks} BEGIN SELECT RAISE(ABORT, 'cut'); END`,
    );
    const imported = readEverything(filename);
    expect(() => finishImport(database, NOW)).toThrow('cut');
    expect(readEverything(filename)).toEqual(imported);
    database.exec('DROP TRIGGER broken');
    finishImport(database, NOW);
    expect(readEverything(filename)).toEqual(before);
  });

  it('[G3] [Z95] [R6] finding S3: what was read while the service wrote on is in a state that is allowed', () => {
    const [carla] = story.visitors;
    database.exec(`DELETE FROM ${TABLE.slots}`);
    database.exec(
      `INSERT INTO ${TABLE.slots} (agent_id, slot, interaction_id) SELECT agent_id, 3, 4711 FROM ${TABLE.assignments} LIMIT 1`,
    );
    database.exec(
      `INSERT INTO ${TABLE.messages} (interaction_id, sequence, side, body) VALUES (4711, 1, 'visitor', 'x')`,
    );
    database
      .prepare(
        `INSERT INTO ${TABLE.messages} (interaction_id, sequence, side, body) VALUES (?, 3, 'visitor', 'mais uma')`,
      )
      .run(carla?.interactionId);
    renumber();
    expect(finishImport(database, NOW)?.orphans).toBe(2);
    expect(
      one(`SELECT count(*) AS slots FROM ${TABLE.slots} WHERE interaction_id = ?`, carla?.interactionId),
    ).toEqual({ slots: 1 });
    expect(one(`SELECT last_sequence FROM ${TABLE.interactions} WHERE id = ?`, carla?.interactionId)).toEqual(
      { last_sequence: 3 },
    );
    guardCapacity(database);
    database.exec(`UPDATE ${TABLE.interactions} SET status = status, live_key = live_key`);
  });

  it('[G3] [Z95] finding S3: an interaction whose agent did not come along waits again', () => {
    const [carla] = story.visitors;
    database.exec(`DELETE FROM ${TABLE.agents}`);
    renumber();
    finishImport(database, NOW);
    const columns = 'status, agent_id, live_key IS NOT NULL AS is_live';
    expect(one(`SELECT ${columns} FROM ${TABLE.interactions} WHERE id = ?`, carla?.interactionId)).toEqual({
      status: 'waiting',
      agent_id: null,
      is_live: 1,
    });
    expect(one(`SELECT status FROM ${TABLE.interactions} WHERE id = ?`, story.ended.interactionId)).toEqual({
      status: 'abandoned',
    });
  });

  it.each([TABLE.reportRows, TABLE.reportAssignments, TABLE.reportTags])(
    '[G3] [Z144] an interaction of which %s did not come along is measured anew, and what goes on has no figures',
    (table) => {
      database.exec(`DELETE FROM ${table}`);
      const [carla] = story.visitors;
      const insert = database.prepare(`INSERT INTO ${TABLE.reportRows} (interaction_id) VALUES (?)`);
      insert.run(carla?.interactionId);
      renumber();
      finishImport(database, NOW);
      const version = `SELECT report_version FROM ${TABLE.interactions} WHERE id = ?`;
      expect(one(version, story.ended.interactionId)).toEqual({ report_version: null });
      for (const each of [TABLE.reportRows, TABLE.reportAssignments, TABLE.reportTags])
        expect(database.prepare(`SELECT interaction_id FROM ${each}`).all()).toEqual([]);
    },
  );

  it('[G3] [Z143] what reports name and is no more gives its number to nobody', () => {
    database.exec(
      `UPDATE ${TABLE.reportTags} SET tag_id = 900; UPDATE ${TABLE.reportRows} SET department_id = 800`,
    );
    renumber();
    finishImport(database, NOW);
    const next = (table: string) =>
      database.prepare(`INSERT INTO ${table} (name) VALUES ('novo')`).run().lastInsertRowid;
    expect(next(TABLE.tags)).toBeGreaterThan(900);
    expect(next(TABLE.departments)).toBeGreaterThan(800);
  });

  it('[G3] [Z97] finding S3: agents belong to the login with their address, whatever its number, or to nobody until it comes', () => {
    const login = (sql: string) => database.exec(`UPDATE admin_users SET ${sql}`);
    const agent = () =>
      one<{ user_id: number | null; presence: string }>(`SELECT user_id, presence FROM ${TABLE.agents}`);
    const ana = one<{ id: number }>(`SELECT id FROM admin_users WHERE email = 'Ana@Test.local'`)?.id ?? 0;
    renumber();
    login(`id = ${ana + 50} WHERE id = ${ana}`);
    finishImport(database, NOW);
    expect(agent()?.user_id).toBe(ana + 50);
    expect(one(`SELECT user_id, user_name FROM ${TABLE.auditRecords}`)).toEqual({
      user_id: ana + 50,
      user_name: 'Ana',
    });

    renumber();
    login(`email = 'bia@test.local' WHERE id = ${ana + 50}`);
    finishImport(database, NOW);
    expect(agent()).toEqual({ user_id: null, presence: 'offline' });
    expect(one(`SELECT user_id FROM ${TABLE.auditRecords}`)).toEqual({ user_id: null });
    const { adopt } = createSqlTx(createSqliteSql(database)).agents;
    adopt(ana + 50).next();
    expect(agent()?.user_id).toBeNull();
    login(`email = 'ana@test.local' WHERE id = ${ana + 50}`);
    adopt(ana + 50).next();
    expect(agent()?.user_id).toBe(ana + 50);
  });
});

describe('an import', () => {
  const PARTS = 'its content types belong together';
  const emptied = (): void => {
    for (const table of Object.values(TABLE)) database.exec(`DELETE FROM ${table}`);
  };
  const insert = (table: string, columns: string, values: string) =>
    database.exec(`INSERT INTO ${table} (${columns}) VALUES (${values})`);

  it('[G3] [Z98] finding S3: in part, or of rows that do not say what they were, is refused', () => {
    guardImport(database);
    expect(() => insert(TABLE.messages, 'interaction_id', '1')).toThrow(PARTS);
    expect(() => insert(TABLE.visitors, 'origin_id', '1')).toThrow(PARTS);
    expect(() => insert(TABLE.marks, 'row_id', '1')).toThrow(PARTS);
    expect(() => insert(TABLE.sites, 'key', `'x'`)).toThrow('did not keep the ids');
    database.exec('BEGIN');
    emptied();
    insert(TABLE.marks, 'row_id', '1');
    insert(TABLE.sites, 'key, origin_id', `'x', 9`);
    insert(TABLE.messages, 'interaction_id', '1');
    expect(() => insert(TABLE.visitors, 'name', `'Gil'`)).toThrow('did not keep the ids');
    database.exec('ROLLBACK');
    // Nothing of it is left: the next one is judged anew.
    expect(() => insert(TABLE.messages, 'interaction_id', '1')).toThrow(PARTS);
  });
});
