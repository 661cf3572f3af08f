import { byNumber } from '../../by-number';
import type { AgentId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { AgentRow, AgentRows } from '../../../../plugins/attendance/server/src/application/agents/rows';
import { capacityOf, nextId, type AgentRecord, type MemoryDatabase } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns agents as rows in memory. */
export function agentRows(database: MemoryDatabase): AgentRows {
  const { agents } = database;
  const change = (id: AgentId, fields: Partial<AgentRecord>): void => {
    const agent = agents.get(id);
    if (agent !== undefined) Object.assign(agent, fields);
  };
  const ofUser = (userId: number): AgentRecord | undefined =>
    [...agents.values()].find((agent) => agent.userId === userId);
  return {
    *lock(id) {
      return toAgentRow(database, id);
    },
    *all() {
      return [...agents.keys()].flatMap((id) => toAgentRow(database, id) ?? []);
    },
    *lockAll() {
      return [...agents.keys()].sort(byNumber).flatMap((id) => toAgentRow(database, id) ?? []);
    },
    *update(id, fields) {
      change(id, fields);
    },
    // No import leaves agents in memory.
    *adopt() {},
    *insert(agent) {
      if (ofUser(agent.userId) === undefined)
        agents.set(nextId(agents), { ...EMPTY, ...agent, id: nextId(agents) });
    },
    *setHere(userId) {
      const agent = ofUser(userId);
      if (agent !== undefined) agent.isNeverHere = false;
    },
    *edit(id, { capacity, photo, version, ...update }) {
      const agent = agents.get(id);
      if (agent?.version !== version) return false;
      const picture = photo === undefined ? agent.photo : photo;
      change(id, { ...update, photo: picture, ownCapacity: capacity, version: version + 1 });
      return true;
    },
    *markAllLost(lostAt) {
      for (const agent of agents.values()) agent.lostAt ??= lostAt;
    },
    *setDepartments(id, departmentIds) {
      change(id, { departmentIds, version: (agents.get(id)?.version ?? 0) + 1 });
    },
  };
}

/** Values of the columns that an insert leaves at their defaults. */
const EMPTY = {
  offlineReason: null,
  offlineNote: null,
  reservedFor: null,
  version: 0,
  email: '',
  photo: null,
  ownCapacity: null,
  openInteractions: 0,
  isUserGone: false,
  lastAssignedAt: 0,
  lostAt: null,
  missedInARow: 0,
};

function toAgentRow({ agents, ...database }: MemoryDatabase, id: AgentId): AgentRow | null {
  const agent = agents.get(id);
  if (agent === undefined) return null;
  const { channels, departmentIds, lostAt, missedInARow, presence, publicName, reservedFor } = agent;
  const { missedMax, ringMs } = database.settings;
  const capacity = capacityOf({ agents, ...database }, agent);
  return {
    ...{ id, publicName, presence, lostAt, channels, departmentIds, reservedFor },
    ...{ capacity, missedInARow, missedMax, ringMs },
  };
}
