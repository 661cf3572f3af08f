import type { SweepClock } from '../../plugins/attendance/server/src/application/ports';
import type { Interaction } from '../../plugins/attendance/server/src/domain/interaction';
import { OUTAGE_FROM_MS } from '../../plugins/attendance/server/src/domain/outage';
import type { MemoryDatabase } from './memory-database';

/** The sweep clock's promises kept in memory. */
export function createMemorySweepClock(database: MemoryDatabase): SweepClock {
  return {
    beat: async (now) => {
      const last = database.beatenAt;
      database.beatenAt = now;
      if (last === null || now - last <= OUTAGE_FROM_MS) return 0;
      const gapMs = now - last;
      const wasSetBefore = (at: number): boolean => at <= last + OUTAGE_FROM_MS;
      for (const record of database.interactions.values())
        record.interaction = moved(record.interaction, gapMs, wasSetBefore);
      for (const agent of database.agents.values())
        if (agent.lostAt !== null && wasSetBefore(agent.lostAt)) agent.lostAt += gapMs;
      return gapMs;
    },
  };
}

function moved(standing: Interaction, gapMs: number, wasSetBefore: (at: number) => boolean): Interaction {
  const { away, call } = standing;
  const isAsked = call?.state === 'ringing' && call.until !== null && wasSetBefore(call.since);
  const interaction = isAsked
    ? { ...standing, call: { ...call, until: (call.until ?? 0) + gapMs } }
    : standing;
  const later =
    away !== null && wasSetBefore(away.since)
      ? { ...interaction, away: { ...away, until: away.until + gapMs } }
      : interaction;
  if (later.status !== 'assigned' || later.ring === null || !('until' in later.ring)) return later;
  const { assignedAt, ring } = later;
  return wasSetBefore(assignedAt) ? { ...later, ring: { ...ring, until: ring.until + gapMs } } : later;
}
