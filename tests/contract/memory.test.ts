import { addDepartment, addField, addSite, addTag, createMemoryDatabase } from '../support/memory-database';
import { createMemoryAgentStore } from '../support/memory-agents';
import { createMemoryAttachmentStore } from '../support/memory-attachments';
import { createMemoryInteractionStore } from '../support/memory-interactions';
import { createMemoryKnownVisitorStore } from '../support/memory-known-visitors';
import { createMemoryMessageStore } from '../support/memory-messages';
import { createMemorySettingsStore, defaultSettings } from '../support/memory-settings';
import { createMemorySweepClock } from '../support/memory-deadline-rows';
import { memoryTransactions } from '../support/memory-tx';
import { createMemoryVisitorStore } from '../support/memory-visitors';
import { describePorts } from './ports';
import { START, type OpenWorld } from './world';

const open: OpenWorld = async () => {
  const database = createMemoryDatabase(defaultSettings());
  const clock = { time: START };
  return {
    clock,
    database: memoryTransactions(database),
    interactions: createMemoryInteractionStore(database),
    agents: createMemoryAgentStore(database),
    messages: createMemoryMessageStore(database, { now: () => clock.time }),
    visitors: createMemoryVisitorStore(database),
    knownVisitors: createMemoryKnownVisitorStore(database),
    settings: createMemorySettingsStore(database),
    attachments: createMemoryAttachmentStore(database),
    sweepClock: createMemorySweepClock(database),
    site: async (name) => addSite(database, name),
    department: async (key) => addDepartment(database, key),
    tag: async () => addTag(database),
    field: async (subject) => addField(database, subject),
    slots: async () => database.slots,
    assignments: async () => database.assignments,
  };
};

describePorts('in memory', open);
