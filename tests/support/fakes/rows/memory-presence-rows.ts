import type { AgentId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { PresenceRows } from '../../../../plugins/attendance/server/src/application/agents/presence-rows';
import type { MemoryDatabase } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns times Online as rows in memory. */
export function presenceRows({ agents, presencePeriods: rows }: MemoryDatabase): PresenceRows {
  const nameOf = (id: AgentId): string | undefined => agents.get(id)?.publicName;
  return {
    *openOf(agentId) {
      return rows.filter((one) => one.agentId === agentId && one.endedAt === null);
    },
    *allOpen() {
      return rows.filter(({ endedAt }) => endedAt === null);
    },
    *lastEnd(agentId) {
      return Math.max(0, ...rows.flatMap((one) => (one.agentId === agentId ? (one.endedAt ?? []) : [])));
    },
    *open(agentId, startedAt) {
      const agentName = nameOf(agentId) ?? '';
      rows.push({ id: rows.length + 1, agentId, agentName, startedAt, endedAt: null, endReason: null });
    },
    *close({ agentId, id }, endedAt, reason) {
      const row = rows.find((one) => one.id === id);
      if (row !== undefined)
        Object.assign(row, { endedAt, endReason: reason, agentName: nameOf(agentId) ?? row.agentName });
    },
  };
}
