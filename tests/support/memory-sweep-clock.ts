import type { SweepClock } from '../../plugins/attendance/server/src/application/ports';
import type { Interaction } from '../../plugins/attendance/server/src/domain/interaction';
import { absenceOf } from '../../plugins/attendance/server/src/domain/outage';
import type { AgentRecord, MemoryDatabase } from './memory-database';

/** The sweep clock's promises kept in memory. */
export function createMemorySweepClock(database: MemoryDatabase): SweepClock {
  const losing = (): AgentRecord[] =>
    [...database.agents.values()].filter((agent) => mayLose(database, agent));
  const has = (): boolean =>
    losing().length > 0 ||
    [...database.interactions.values()].some(({ interaction }) => deadlinesOf(interaction).length > 0);
  let beatenAt = 0;
  return {
    hasDeadlines: () => Promise.resolve(has()),
    beat: async (now) => {
      const before = beatenAt;
      beatenAt = now;
      if (!has()) return 0;
      const last = Math.max(before, database.beatenAt ?? 0);
      database.beatenAt = now;
      const absences: number[] = [];
      const absence = (setAt: number): number => {
        const gapMs = absenceOf(setAt, last, now);
        absences.push(gapMs);
        return gapMs;
      };
      for (const record of database.interactions.values())
        record.interaction = moved(record.interaction, absence);
      for (const agent of losing()) agent.lostAt = (agent.lostAt ?? 0) + absence(agent.lostAt ?? 0);
      return Math.max(0, ...absences);
    },
  };
}

/** Whether the agent's absence will still cost them something. */
function mayLose(database: MemoryDatabase, { id, lostAt, presence }: AgentRecord): boolean {
  if (lostAt === null) return false;
  return (
    presence === 'online' ||
    [...database.interactions.values()].some(
      ({ interaction }) =>
        interaction.status === 'assigned' && interaction.agentId === id && interaction.visitorEnd === null,
    )
  );
}

function deadlinesOf({ away, call, ...interaction }: Interaction): unknown[] {
  return [
    ...(away === null ? [] : [away.until]),
    ...(call?.state === 'ringing' && call.until !== null ? [call.until] : []),
    ...(interaction.status === 'assigned' && interaction.ring !== null && 'until' in interaction.ring
      ? [interaction.ring.until]
      : []),
  ];
}

function moved(standing: Interaction, absence: (setAt: number) => number): Interaction {
  const { away, call } = standing;
  const isAsked = call?.state === 'ringing' && call.until !== null;
  const interaction = isAsked
    ? { ...standing, call: { ...call, until: (call.until ?? 0) + absence(call.since) } }
    : standing;
  const later =
    away !== null
      ? { ...interaction, away: { ...away, until: away.until + absence(away.since) } }
      : interaction;
  if (later.status !== 'assigned' || later.ring === null || !('until' in later.ring)) return later;
  const { assignedAt, ring } = later;
  return { ...later, ring: { ...ring, until: ring.until + absence(assignedAt) } };
}
