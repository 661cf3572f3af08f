import { createAgentStore } from '../../../plugins/attendance/server/src/application/agents/agent-store';
import type {
  AgentProfile,
  AgentReader,
  AgentStore,
} from '../../../plugins/attendance/server/src/application/agents/ports';
import type { Clock } from '../../../plugins/attendance/server/src/application/clock';
import type { RoutingAgent } from '../../../plugins/attendance/server/src/domain/routing/routing';
import { capacityOf, type AgentRecord, type MemoryDatabase } from './memory-database';
import { memoryTransactions } from './rows/memory-tx';

/** Returns the real agent store on rows in memory. */
export function createMemoryAgentStore(
  database: MemoryDatabase,
  clock: Clock = { now: Date.now },
): AgentStore {
  return createAgentStore(memoryTransactions(database), createMemoryAgentReader(database), clock);
}

function createMemoryAgentReader(database: MemoryDatabase): AgentReader {
  const { agents } = database;
  const toProfile = (agent: AgentRecord): AgentProfile => ({
    ...withoutMarks(agent),
    capacity: capacityOf(database, agent),
    openInteractions: new Set(
      database.slots.filter(({ agentId }) => agentId === agent.id).map(({ interactionId }) => interactionId),
    ).size,
  });

  return {
    find: async (id) => {
      const agent = agents.get(id);
      return agent === undefined ? null : toProfile(agent);
    },
    findByUser: async (userId) => {
      const agent = [...agents.values()].find((candidate) => candidate.userId === userId);
      return agent === undefined ? null : toProfile(agent);
    },
    profiles: async () =>
      [...agents.values()]
        .map(toProfile)
        .sort((left, right) => (left.publicName < right.publicName ? -1 : 1)),
    photos: async () => [...agents.values()].flatMap(({ photo }) => (photo === null ? [] : [photo.url])),
    lost: async () =>
      [...agents.values()].flatMap(({ id, lostAt, presence, publicName }) =>
        lostAt !== null && (presence === 'online' || database.slots.some((slot) => slot.agentId === id))
          ? [{ id, publicName, lostAt }]
          : [],
      ),
    offlineHolders: async () =>
      [...agents.values()]
        .filter(
          ({ id, presence }) => presence === 'offline' && database.slots.some((slot) => slot.agentId === id),
        )
        .map(({ id }) => id),
    isAnybodyAttending: async (lostSince) =>
      [...agents.values()].some(
        ({ lostAt, presence }) => presence === 'online' && (lostAt === null || lostAt > lostSince),
      ),
    routingAgents: async (isConnected) =>
      [...agents.values()]
        .filter(({ presence }) => presence === 'online')
        .map((agent) => toRoutingAgent(database, agent, isConnected(agent.id))),
  };
}

function withoutMarks({
  lastAssignedAt: _,
  lostAt: __,
  missedInARow: ___,
  ...agent
}: AgentRecord): Omit<AgentProfile, 'capacity'> {
  return agent;
}

function toRoutingAgent(database: MemoryDatabase, agent: AgentRecord, isConnected: boolean): RoutingAgent {
  const held = database.slots.filter(({ agentId }) => agentId === agent.id);
  return {
    agentId: agent.id,
    isOnline: true,
    isConnected,
    channels: agent.channels,
    departmentIds: agent.departmentIds,
    capacity: capacityOf(database, agent),
    heldSlots: held.map(({ slot }) => slot),
    openInteractions: new Set(held.map(({ interactionId }) => interactionId)).size,
    lastAssignedAt: agent.lastAssignedAt,
    reservedFor: agent.reservedFor,
  };
}
