import { afterAll, beforeAll } from 'vitest';

import { createAgentReader } from '../../plugins/attendance/server/src/adapters/agents/agent-reader';
import { createAgentStore } from '../../plugins/attendance/server/src/application/agents/agent-store';
import { createAttachmentStore } from '../../plugins/attendance/server/src/adapters/attachments/attachment-store';
import { createDepartmentStore } from '../../plugins/attendance/server/src/adapters/department-store';
import { openInteractions } from '../../plugins/attendance/server/src/composition/interactions';
import { createSettingsStore } from '../../plugins/attendance/server/src/adapters/settings-store';
import { createSiteStore } from '../../plugins/attendance/server/src/adapters/site-store';
import { createDeadlineReader } from '../../plugins/attendance/server/src/adapters/sweeping/deadline-reader';
import { createSweepClock } from '../../plugins/attendance/server/src/application/sweeping/sweep-clock';
import { TABLE } from '../../plugins/attendance/server/src/adapters/tables';
import { createKnownVisitorReader } from '../../plugins/attendance/server/src/adapters/visitors/known-visitor-reader';
import { createKnownVisitorStore } from '../../plugins/attendance/server/src/application/visitors/known-visitor-store';
import { openVisitors } from '../../plugins/attendance/server/src/composition/known-visitors';
import type { AssignmentRecord, SlotRecord } from '../support/memory-database';
import { openMigratedDatabase, type SqliteDatabase } from '../support/sqlite-database';
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
  const {
    database: transactions,
    interactions,
    messages,
  } = openInteractions(knex, { now: () => clock.time });
  const sites = createSiteStore(knex, { language: 'en' });
  const departments = createDepartmentStore(knex);
  return {
    clock,
    settings,
    attachments: createAttachmentStore(knex),
    interactions,
    agents: createAgentStore(transactions, createAgentReader(knex)),
    messages,
    visitors: openVisitors(knex, transactions),
    knownVisitors: createKnownVisitorStore(transactions, createKnownVisitorReader(knex)),
    sweepClock: createSweepClock(transactions, createDeadlineReader(knex)),
    site: async (name) => {
      await sites.ensure({ key: name, name, origins: [] });
      const site = await sites.find(name);
      if (site === null) throw new Error('the site was not made');
      return site.id;
    },
    department: async (key) => dataOf(await departments.create({ key, name: key })).id,
    slots: async () => {
      const rows = (await knex(TABLE.slots).orderBy('slot')) as SlotRow[];
      return rows.map(
        (row) => ({ agentId: row.agent_id, slot: row.slot, interactionId: row.interaction_id }) as SlotRecord,
      );
    },
    assignments: async () =>
      ((await knex(TABLE.assignments).orderBy('id')) as AssignmentRow[]).map(
        (row) =>
          ({
            interactionId: row.interaction_id,
            agentId: row.agent_id,
            assignedAt: row.assigned_at,
            openedAt: row.opened_at,
            releasedAt: row.released_at,
            outcome: row.outcome,
          }) as AssignmentRecord,
      ),
  };
};

interface SlotRow {
  agent_id: number;
  slot: number;
  interaction_id: number;
}

interface AssignmentRow {
  interaction_id: number;
  agent_id: number;
  assigned_at: number;
  opened_at: number | null;
  released_at: number | null;
  outcome: string;
}

describePorts('on SQLite', open);
