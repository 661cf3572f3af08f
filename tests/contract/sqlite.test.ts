import { afterAll, beforeAll, it } from 'vitest';

import { createAgentReader } from '../../plugins/attendance/server/src/adapters/agents/agent-reader';
import { createAttachmentReader } from '../../plugins/attendance/server/src/adapters/attachments/attachment-reader';
import { createAttachmentStore } from '../../plugins/attendance/server/src/application/attachments/attachment-store';
import { createBoardReader } from '../../plugins/attendance/server/src/adapters/supervision/board-reader';
import { createDepartment } from '../../plugins/attendance/server/src/application/departments/configure';
import { sqlOn } from '../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { openInteractions } from '../../plugins/attendance/server/src/composition/storage/interactions';
import { openVisitors } from '../../plugins/attendance/server/src/composition/storage/visitors';
import { createKnownVisitorReader } from '../../plugins/attendance/server/src/adapters/visitors/known-visitor-reader';
import { createSettingsStore } from '../../plugins/attendance/server/src/adapters/settings/settings-store';
import { createSiteStore } from '../../plugins/attendance/server/src/adapters/settings/site-store';
import { createDeadlineReader } from '../../plugins/attendance/server/src/adapters/attending/deadline-reader';
import { createAgentStore } from '../../plugins/attendance/server/src/application/agents/agent-store';
import { createSweepClock } from '../../plugins/attendance/server/src/application/attending/sweep-clock';
import { createKnownVisitorStore } from '../../plugins/attendance/server/src/application/known-visitors/known-visitor-store';
import { openMigratedDatabase, type SqliteDatabase } from '../support/strapi/sqlite-database';
import { createPastReports } from '../../plugins/attendance/server/src/adapters/reports/past-reports';
import { reportTablesOn } from './reports/report-tables';
import { throughKnex } from './knex-rows';
import { describePorts, describeRowsPorts } from './ports';
import { dataOf, START, type RowsWorld, type World } from './world';
import { expectTodayFigures } from './reports/today';

let database: SqliteDatabase;

beforeAll(async () => {
  database = await openMigratedDatabase();
});

afterAll(async () => {
  await database.stop();
});

const open = async (): Promise<World & RowsWorld> => {
  const { knex } = database;
  await database.empty();
  const clock = { time: START };
  const sql = sqlOn(knex);
  const settings = createSettingsStore(sql, { language: 'en' });
  await settings.ensure();
  const { database: changes, interactions, messages } = openInteractions(knex, { now: () => clock.time });
  const sites = createSiteStore(sql, { language: 'en' });
  return {
    clock,
    knex,
    sql,
    database: changes,
    settings,
    attachments: createAttachmentStore(changes, createAttachmentReader(sql)),
    interactions,
    agents: createAgentStore(changes, createAgentReader(sql), { now: () => clock.time }),
    messages,
    visitors: openVisitors(sql, changes),
    knownVisitors: createKnownVisitorStore(changes, createKnownVisitorReader(sql)),
    board: createBoardReader(sql),
    sweepClock: createSweepClock(changes, createDeadlineReader(sql)),
    site: async (name) => {
      await sites.ensure({ key: name, name, origins: [] });
      const site = await sites.find(name);
      if (site === null) throw new Error('the site was not made');
      return site.id;
    },
    department: async (key) =>
      dataOf(await changes.transact((tx) => createDepartment(tx, { key, name: key }))).id,
    reportTables: reportTablesOn(knex, createPastReports(sql, changes)),
    ...throughKnex(knex),
  };
};

describePorts('on SQLite', open);
describeRowsPorts('on SQLite', open);

it('[Z177] today’s figures, on SQLite', async () => {
  await open();
  await expectTodayFigures(database.knex, sqlOn(database.knex));
});
