import type {
  InteractionReader,
  InteractionStore,
} from '../../../plugins/attendance/server/src/application/interactions/ports';
import { createInteractionStore } from '../../../plugins/attendance/server/src/application/interactions/interaction-store';
import type { Call } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import { hasRungOut } from '../../../plugins/attendance/server/src/domain/interactions/interaction';
import {
  isLive,
  type Interaction,
} from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import type { RoutingRequest } from '../../../plugins/attendance/server/src/domain/routing/routing';
import { toStored, type InteractionRecord, type MemoryDatabase } from './memory-database';
import { history } from './memory-history';
import { memoryTransactions } from './rows/memory-tx';

/** Returns the real interaction store on rows in memory. */
export function createMemoryInteractionStore(database: MemoryDatabase): InteractionStore {
  return createInteractionStore(memoryTransactions(database), createMemoryInteractionReader(database));
}

function createMemoryInteractionReader(database: MemoryDatabase): InteractionReader {
  const { interactions } = database;
  const all = (isWanted: (interaction: Interaction) => boolean): InteractionRecord[] =>
    [...interactions.values()]
      .filter(({ interaction }) => isWanted(interaction))
      .sort((left, right) => left.interaction.waitingSince - right.interaction.waitingSince);
  const stored = (record: InteractionRecord) => toStored(database, record);

  return {
    find: async (id) => {
      const record = interactions.get(id);
      return record === undefined ? null : stored(record);
    },
    findLive: async (siteId, visitorId) => {
      const [record] = all((one) => isLive(one) && one.siteId === siteId && one.visitorId === visitorId);
      return record === undefined ? null : stored(record);
    },
    heldBy: async (agentId) => all((one) => one.status === 'assigned' && one.agentId === agentId).map(stored),
    openOf: async (visitorId) =>
      all(
        (one) => one.visitorId === visitorId && (one.status === 'waiting' || one.status === 'assigned'),
      ).map(stored),
    waiting: async () => all(({ status }) => status === 'waiting').map(stored),
    routingRequests: async () =>
      all(({ status }) => status === 'waiting').map(({ interaction }) => toRequest(database, interaction)),
    overdue: async (now) =>
      all((one) => isLive(one) && one.away !== null && one.away.until <= now).map(
        ({ interaction }) => interaction.id,
      ),
    unansweredCalls: async (now) =>
      all(({ call, status }) => status === 'assigned' && call?.state === 'ringing' && isOver(call, now)).map(
        ({ interaction }) => interaction.id,
      ),
    rungOut: async (now) =>
      all((one) => one.status === 'assigned' && hasRungOut(one, now)).flatMap(({ interaction }) =>
        interaction.status === 'assigned'
          ? [{ agentId: interaction.agentId, request: toRequest(database, interaction) }]
          : [],
      ),
    wasOpenedBy: async (id, agentId) =>
      database.assignments.some(
        (one) => one.interactionId === id && one.agentId === agentId && one.openedAt !== null,
      ),
    history: async (visitorId, current, limit) => history(database, visitorId, current, limit),
    recentAssignments: async (since) =>
      [...interactions.values()]
        .flatMap(({ assignedAt }) => (assignedAt !== null && assignedAt >= since ? [assignedAt] : []))
        .sort((left, right) => left - right),
  };
}

function toRequest({ visitors }: MemoryDatabase, interaction: Interaction): RoutingRequest {
  return {
    interactionId: interaction.id,
    visitorId: interaction.visitorId,
    channel: interaction.channel,
    departmentId: interaction.departmentId,
    waitingSince: interaction.waitingSince,
    isAway: interaction.away !== null,
    previousAgentId: visitors.get(interaction.visitorId)?.lastAgentId ?? null,
    missedBy: interaction.missedBy,
    transferredBy: interaction.transferredBy,
  };
}

function isOver(call: Call, now: number): boolean {
  return call.state === 'ringing' && call.until !== null && call.until <= now;
}
