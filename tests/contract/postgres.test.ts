import type { Database as StrapiDatabase } from '@strapi/database';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createAgentReader } from '../../plugins/attendance/server/src/adapters/agents/agent-reader';
import { createAttachmentReader } from '../../plugins/attendance/server/src/adapters/attachments/attachment-reader';
import { createAttachmentStore } from '../../plugins/attendance/server/src/application/attachments/attachment-store';
import { createBoardReader } from '../../plugins/attendance/server/src/adapters/supervision/board-reader';
import { createSqlTx } from '../../plugins/attendance/server/src/adapters/sql-tx';
import { createSiteStore } from '../../plugins/attendance/server/src/adapters/settings/site-store';
import { createDepartment } from '../../plugins/attendance/server/src/application/departments/configure';
import { createSettingsStore } from '../../plugins/attendance/server/src/adapters/settings/settings-store';
import { createPastReports } from '../../plugins/attendance/server/src/adapters/reports/past-reports';
import { migrateClosingTags } from '../../plugins/attendance/server/src/adapters/tools/migrate-closing-tags';
import { createKnownVisitorReader } from '../../plugins/attendance/server/src/adapters/visitors/known-visitor-reader';
import { createKnownVisitorStore } from '../../plugins/attendance/server/src/application/known-visitors/known-visitor-store';
import { createAgentStore } from '../../plugins/attendance/server/src/application/agents/agent-store';
import { createDeadlineReader } from '../../plugins/attendance/server/src/adapters/attending/deadline-reader';
import { createSweepClock } from '../../plugins/attendance/server/src/application/attending/sweep-clock';
import { TABLE } from '../../plugins/attendance/server/src/adapters/database/tables';
import { createInteractionSide } from '../../plugins/attendance/server/src/composition/storage/interactions';
import { openVisitors } from '../../plugins/attendance/server/src/composition/storage/visitors';
import { findPostgres } from '../support/postgres/installed.mjs';
import { createPostgresDatabase, createPostgresReader } from '../support/postgres/postgres-database';
import { TYPES } from '../support/postgres/postgres-sql';
import { makeTables } from '../support/postgres/schema';
import { startPostgres, type PostgresServer } from '../support/postgres/server';
import { reportTablesOn } from './reports/report-tables';
import { throughKnex } from './knex-rows';
import { describeHeldRows } from './database/held-rows';
import { describePorts, describeRowsPorts } from './ports';
import { describeRaces } from './database/races';
import { dataOf, START, type RowsWorld, type World } from './world';
import { expectTodayFigures } from './reports/today';

const bin = findPostgres();

/** As many transactions at once as there are connections. */
const CONNECTIONS = 8;
const DEADLOCK = '40P01';

describe.skipIf(bin === null)('PostgreSQL', () => {
  let server: PostgresServer;
  let strapi: StrapiDatabase;
  /** For transactions in the order in which they are asked for. */
  let inOrder: pg.Pool;
  /** For as many at once as may be, and for what is read. */
  let parallel: pg.Pool;
  /** Codes of transactions that were run again. */
  let lost: string[] = [];

  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    strapi = await makeTables(server);
    inOrder = new pg.Pool({ ...server.connection, types: TYPES, max: 1 });
    parallel = new pg.Pool({ ...server.connection, types: TYPES, max: CONNECTIONS });
  });

  afterAll(async () => {
    await Promise.all([inOrder.end(), parallel.end(), strapi.destroy()]);
    await server.stop();
  });

  const openOn = (writers: () => pg.Pool) => async (): Promise<World & RowsWorld> => {
    const knex = strapi.connection;
    // Of a few rows this is much faster than TRUNCATE, which makes new files.
    await knex.raw(
      Object.values(TABLE)
        .map((table) => `DELETE FROM ${table}`)
        .join(';'),
    );
    lost = [];
    const clock = { time: START };
    const reader = createPostgresReader(parallel);
    const database = createPostgresDatabase(writers(), createSqlTx, (code) => lost.push(code));
    const plain = createPostgresDatabase(
      writers(),
      (sql) => sql,
      (code) => lost.push(code),
    );
    const drivers = { changes: database, messages: database, reader };
    const { interactions, messages } = createInteractionSide(drivers, { now: () => clock.time });
    const sql = { ...reader, ...plain };
    const settings = createSettingsStore(sql, { language: 'en' });
    await settings.ensure();
    const agents = createAgentStore(database, createAgentReader(reader), { now: () => clock.time });
    const sites = createSiteStore(sql, { language: 'en' });
    return {
      clock,
      knex,
      sql,
      database,
      interactions,
      messages,
      settings,
      agents,
      attachments: createAttachmentStore(database, createAttachmentReader(sql)),
      visitors: openVisitors(reader, database),
      board: createBoardReader(reader),
      knownVisitors: createKnownVisitorStore(database, createKnownVisitorReader(reader)),
      sweepClock: createSweepClock(database, createDeadlineReader(reader)),
      site: async (name) => {
        await sites.ensure({ key: name, name, origins: [] });
        const site = await sites.find(name);
        if (site === null) throw new Error('the site was not made');
        return site.id;
      },
      department: async (key) =>
        dataOf(await database.transact((tx) => createDepartment(tx, { key, name: key }))).id,
      reportTables: reportTablesOn(knex, createPastReports(reader, database)),
      ...throughKnex(knex),
    };
  };

  const oneByOne = openOn(() => inOrder);
  describePorts('one transaction after the other', oneByOne);
  describeRowsPorts('one transaction after the other', oneByOne);

  it('[Z177] today’s figures', async () => {
    await openOn(() => inOrder)();
    await expectTodayFigures(strapi.connection, createPostgresReader(parallel));
  });

  it('[Z53] reasons for ending of older versions become tags once', async () => {
    await openOn(() => inOrder)();
    const knex = strapi.connection;
    await knex(TABLE.settings).update({ closing_tags: JSON.stringify(['Dúvida', 'Troca']) });
    const sql = {
      ...createPostgresReader(parallel),
      ...createPostgresDatabase(
        inOrder,
        (one) => one,
        (code) => lost.push(code),
      ),
    };
    await migrateClosingTags(sql);
    await migrateClosingTags(sql);
    const tags = (await knex(TABLE.tags).orderBy('id').select('name', 'is_archived')) as object[];
    expect(tags).toEqual([
      { name: 'Dúvida', is_archived: false },
      { name: 'Troca', is_archived: false },
    ]);
  });

  describe('several transactions at once', () => {
    // Who is locked before whom is the same in every script.
    afterEach(() => expect(lost).not.toContain(DEADLOCK));
    // Each in a block of its own, for each opens its own world before its tests.
    for (const describeContract of [describeRaces, describeHeldRows])
      describe('each on its own connection', () => describeContract(openOn(() => parallel)));
  });
});
