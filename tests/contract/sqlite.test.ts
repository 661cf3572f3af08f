import { afterAll, beforeAll } from 'vitest';

import { createAgentStore } from '../../plugins/attendance/server/src/adapters/agent-store';
import { createAttachmentStore } from '../../plugins/attendance/server/src/adapters/attachments/attachment-store';
import { createDepartmentStore } from '../../plugins/attendance/server/src/adapters/department-store';
import { openInteractions } from '../../plugins/attendance/server/src/composition/interactions';
import { createKnownVisitorStore } from '../../plugins/attendance/server/src/adapters/known-visitor-store';
import { createSettingsStore } from '../../plugins/attendance/server/src/adapters/settings-store';
import { createSiteStore } from '../../plugins/attendance/server/src/adapters/site-store';
import { createSweepClock } from '../../plugins/attendance/server/src/adapters/sweep-clock';
import { createVisitorStore } from '../../plugins/attendance/server/src/adapters/visitor-store';
import { openMigratedDatabase, type SqliteDatabase } from '../support/sqlite-database';
import { throughKnex } from './knex-rows';
import { describePorts } from './ports';
import { dataOf, START, type OpenWorld } from './world';

let database: SqliteDatabase;

beforeAll(async () => {
  database = await openMigratedDatabase();
});

afterAll(async () => {
  await database.stop();
});

const open: OpenWorld = async () => {
  const { knex } = database;
  await database.empty();
  const clock = { time: START };
  const settings = createSettingsStore(knex, { language: 'en' });
  await settings.ensure();
  const { database: changes, interactions, messages } = openInteractions(knex, { now: () => clock.time });
  const sites = createSiteStore(knex, { language: 'en' });
  const departments = createDepartmentStore(knex);
  return {
    clock,
    database: changes,
    settings,
    attachments: createAttachmentStore(knex),
    interactions,
    agents: createAgentStore(knex),
    messages,
    visitors: createVisitorStore(knex),
    knownVisitors: createKnownVisitorStore(knex),
    sweepClock: createSweepClock(knex),
    site: async (name) => {
      await sites.ensure({ key: name, name, origins: [] });
      const site = await sites.find(name);
      if (site === null) throw new Error('the site was not made');
      return site.id;
    },
    department: async (key) => dataOf(await departments.create({ key, name: key })).id,
    ...throughKnex(knex),
  };
};

describePorts('on SQLite', open);
