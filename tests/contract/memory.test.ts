import {
  addDepartment,
  addField,
  addSite,
  addTag,
  createMemoryDatabase,
} from '../support/fakes/memory-database';
import { createMemoryAgentStore } from '../support/fakes/memory-agents';
import { createMemoryAttachmentStore } from '../support/fakes/memory-attachments';
import { createMemoryBoardReader } from '../support/fakes/memory-board';
import { createMemoryInteractionStore } from '../support/fakes/memory-interactions';
import { createMemoryKnownVisitorStore } from '../support/fakes/memory-known-visitors';
import { createMemoryPastReports } from '../support/fakes/memory-past-reports';
import { createMemoryMessageStore } from '../support/fakes/memory-messages';
import { createMemorySettingsStore, defaultSettings } from '../support/fakes/memory-settings';
import { createMemorySweepClock } from '../support/fakes/rows/memory-deadline-rows';
import { memoryTransactions } from '../support/fakes/rows/memory-tx';
import { createMemoryVisitorStore } from '../support/fakes/memory-visitors';
import { describePorts } from './ports';
import { START, type OpenWorld } from './world';

const open: OpenWorld = async () => {
  const database = createMemoryDatabase(defaultSettings());
  const clock = { time: START };
  return {
    clock,
    database: memoryTransactions(database),
    interactions: createMemoryInteractionStore(database),
    agents: createMemoryAgentStore(database, { now: () => clock.time }),
    messages: createMemoryMessageStore(database, { now: () => clock.time }),
    visitors: createMemoryVisitorStore(database),
    knownVisitors: createMemoryKnownVisitorStore(database),
    settings: createMemorySettingsStore(database),
    attachments: createMemoryAttachmentStore(database),
    board: createMemoryBoardReader(database),
    sweepClock: createMemorySweepClock(database),
    reportTables: {
      past: createMemoryPastReports(database),
      reports: async () =>
        [...database.reports.values()]
          .map(({ record }) => record)
          .sort((one, other) => one.row.interactionId - other.row.interactionId),
      forgetReports: async () => database.reports.clear(),
      periods: async () => database.presencePeriods.map(({ id: _, ...period }) => period),
      forgetPeriods: async () => void database.presencePeriods.splice(0),
      askForRating: async (id) => void database.ratedSites.add(id),
      rename: async (id, publicName) => {
        const agent = database.agents.get(id);
        if (agent !== undefined) agent.publicName = publicName;
      },
    },
    site: async (name) => addSite(database, name),
    department: async (key) => addDepartment(database, key),
    tag: async (name) => addTag(database, name),
    field: async (subject) => addField(database, subject),
    slots: async () => database.slots,
    assignments: async () => database.assignments,
  };
};

describePorts('in memory', open);
