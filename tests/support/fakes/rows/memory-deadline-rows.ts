import type { InteractionId, AgentId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { SweepClock } from '../../../../plugins/attendance/server/src/application/attending/sweep-clock-port';
import type {
  Deadline,
  DeadlineRows,
} from '../../../../plugins/attendance/server/src/application/attending/deadline-rows';
import { createSweepClock } from '../../../../plugins/attendance/server/src/application/attending/sweep-clock';
import type { Interaction } from '../../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import type { AgentRecord, MemoryDatabase } from '../memory-database';
import { memoryTransactions } from './memory-tx';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns the real sweep clock on rows in memory. */
export function createMemorySweepClock(database: MemoryDatabase): SweepClock {
  return createSweepClock(memoryTransactions(database), {
    hasDeadlines: async () => deadlinesIn(database).length > 0,
    isAnybodyOnline: async () => [...database.agents.values()].some(({ presence }) => presence === 'online'),
  });
}

/** Returns deadlines as rows in memory. */
export function deadlineRows(database: MemoryDatabase): DeadlineRows {
  return {
    *lockBeatenAt() {
      return database.beatenAt;
    },
    *setBeatenAt(at) {
      database.beatenAt = at;
    },
    *lockAll() {
      return deadlinesIn(database);
    },
    *move(deadline, at) {
      const record = database.interactions.get(deadline.id as InteractionId);
      const agent = database.agents.get(deadline.id as AgentId);
      if (deadline.kind === 'lost' && agent !== undefined) agent.lostAt = at;
      else if (record !== undefined) record.interaction = moved(record.interaction, deadline.kind, at);
    },
  };
}

function deadlinesIn(database: MemoryDatabase): Deadline[] {
  const { agents, interactions } = database;
  return [
    ...[...interactions.values()].flatMap(({ interaction }) => deadlinesOf(interaction)),
    ...[...agents.values()].flatMap((agent) => {
      const { id, lostAt } = agent;
      return lostAt !== null && mayLose(database, agent)
        ? [{ kind: 'lost' as const, id, at: lostAt, setAt: lostAt }]
        : [];
    }),
  ];
}

/** Returns whether the agent's absence will still cost them something. */
function mayLose({ interactions }: MemoryDatabase, { id, presence }: AgentRecord): boolean {
  return (
    presence === 'online' ||
    [...interactions.values()].some(
      ({ interaction }) =>
        interaction.status === 'assigned' && interaction.agentId === id && interaction.visitorEnd === null,
    )
  );
}

function deadlinesOf(interaction: Interaction): Deadline[] {
  const { away, call, id } = interaction;
  const all: Deadline[] = [];
  if (away !== null) all.push({ kind: 'away', id, at: away.until, setAt: away.since });
  if (call?.state === 'ringing' && call.until !== null)
    all.push({ kind: 'call', id, at: call.until, setAt: call.since });
  if (interaction.status === 'assigned' && interaction.ring !== null && 'until' in interaction.ring)
    all.push({ kind: 'ring', id, at: interaction.ring.until, setAt: interaction.assignedAt });
  return all;
}

function moved(interaction: Interaction, kind: Deadline['kind'], until: number): Interaction {
  const { away, call } = interaction;
  if (kind === 'away' && away !== null) return { ...interaction, away: { ...away, until } };
  if (kind === 'call' && call?.state === 'ringing') return { ...interaction, call: { ...call, until } };
  if (kind === 'ring' && interaction.status === 'assigned') return { ...interaction, ring: { until } };
  return interaction;
}
