import type { AgentId } from '../../plugins/attendance/protocol/ids';
import { CHANNELS } from '../../plugins/attendance/protocol/entities';
import type { AgentProfile, AgentStore } from '../../plugins/attendance/server/src/application/ports';
import { presenceChange } from '../../plugins/attendance/server/src/domain/agent-presence';
import type { RoutingAgent } from '../../plugins/attendance/server/src/domain/routing';
import { capacityOf, nextId, type AgentRecord, type MemoryDatabase } from './memory-database';

/** The agent store's promises kept in memory. */
export function createMemoryAgentStore(database: MemoryDatabase): AgentStore {
  const { agents } = database;
  const change = (id: AgentId, fields: Partial<AgentRecord>): void => {
    const agent = agents.get(id);
    if (agent !== undefined) Object.assign(agent, fields);
  };
  const toProfile = (agent: AgentRecord): AgentProfile => ({
    ...withoutMarks(agent),
    capacity: capacityOf(database, agent),
    openInteractions: new Set(
      database.slots.filter(({ agentId }) => agentId === agent.id).map(({ interactionId }) => interactionId),
    ).size,
  });

  return {
    ensure: async (userId, publicName) => {
      const known = [...agents.values()].find((agent) => agent.userId === userId);
      const agent = known ?? newAgent(nextId(agents), userId, publicName);
      agent.isNeverHere = false;
      agents.set(agent.id, agent);
      return toProfile(agent);
    },
    expect: async (users) => {
      for (const { name, userId } of users) {
        if ([...agents.values()].some((agent) => agent.userId === userId)) continue;
        const agent = { ...newAgent(nextId(agents), userId, name), isNeverHere: true };
        agents.set(agent.id, agent);
      }
    },
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
    update: async (id, { capacity, photo, version, ...update }) => {
      const agent = agents.get(id);
      if (agent === undefined) return { ok: false, code: 'not_found' };
      if (agent.version !== version) return { ok: false, code: 'conflict' };
      change(id, {
        ...update,
        photo: photo === undefined ? agent.photo : photo,
        ownCapacity: capacity,
        version: version + 1,
      });
      return { ok: true, data: toProfile(agent) };
    },
    setPresence: async (id, presence, reason) => {
      const agent = agents.get(id);
      if (agent !== undefined) Object.assign(agent, presenceChange(presence, reason ?? null));
    },
    setLost: async (id, lostAt) => change(id, { lostAt }),
    markAllLost: async (now) => {
      for (const agent of agents.values()) agent.lostAt ??= now;
    },
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
    clearMissed: async (id) => change(id, { missedInARow: 0 }),
    reserve: async (id, interactionId) => {
      const agent = agents.get(id);
      if (agent?.presence !== 'online' || agent.reservedFor !== null) return false;
      agent.reservedFor = interactionId;
      return true;
    },
    lapse: async (id) => change(id, { reservedFor: null }),
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

function newAgent(id: AgentId, userId: number, publicName: string): AgentRecord {
  return {
    id,
    userId,
    publicName,
    presence: 'offline',
    channels: CHANNELS,
    departmentIds: [],
    offlineReason: null,
    reservedFor: null,
    version: 0,
    email: '',
    photo: null,
    ownCapacity: null,
    openInteractions: 0,
    isUserGone: false,
    isNeverHere: false,
    lastAssignedAt: 0,
    lostAt: null,
    missedInARow: 0,
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
