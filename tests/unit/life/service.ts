import type { AgentId } from '../../../plugins/attendance/protocol/schemas/ids';
import {
  createAgentAbsence,
  createSeenPresences,
  type SeenPresences,
} from '../../../plugins/attendance/server/src/application/attending/agent-absence';
import {
  createAttend,
  type Attend,
} from '../../../plugins/attendance/server/src/application/attending/attend';
import { createAvailabilityWatch } from '../../../plugins/attendance/server/src/application/attending/availability';
import { createHeartbeat } from '../../../plugins/attendance/server/src/application/attending/heartbeat';
import type { AgentStore } from '../../../plugins/attendance/server/src/application/agents/ports';
import type { Clock } from '../../../plugins/attendance/server/src/application/clock';
import type { InteractionStore } from '../../../plugins/attendance/server/src/application/interactions/ports';
import type { MessageStore } from '../../../plugins/attendance/server/src/application/messages/ports';
import type { Publisher } from '../../../plugins/attendance/server/src/application/interactions/publisher';
import {
  createQueueBoard,
  type QueueBoard,
} from '../../../plugins/attendance/server/src/application/attending/queue-board';
import {
  createSupervision,
  type Supervision,
} from '../../../plugins/attendance/server/src/application/supervision/supervise';
import type { SettingsStore } from '../../../plugins/attendance/server/src/application/settings/sites';
import { createSweep } from '../../../plugins/attendance/server/src/application/attending/sweep';
import {
  createVisitorPresence,
  type VisitorPresence,
} from '../../../plugins/attendance/server/src/application/attending/visitor-presence';
import {
  createFacts,
  type FactNamespaces,
} from '../../../plugins/attendance/server/src/gateway/connection/facts';
import { createQueuePublisher } from '../../../plugins/attendance/server/src/gateway/publish/publish-queue';
import { createSelfPublisher } from '../../../plugins/attendance/server/src/gateway/publish/publish-self';
import { createSnapshots } from '../../../plugins/attendance/server/src/gateway/connection/snapshots';
import { createPublisher } from '../../../plugins/attendance/server/src/gateway/publish/publish';
import { createMemoryAgentStore } from '../../support/fakes/memory-agents';
import type { MemoryDatabase } from '../../support/fakes/memory-database';
import { createMemoryInteractionStore } from '../../support/fakes/memory-interactions';
import { createMemoryMessageStore } from '../../support/fakes/memory-messages';
import { createMemorySettingsStore } from '../../support/fakes/memory-settings';
import { memoryTransactions } from '../../support/fakes/rows/memory-tx';
import { createMemorySweepClock } from '../../support/fakes/rows/memory-deadline-rows';

/** Whoever hears what the service tells: a group's name, or null for everybody on that side. */
export interface Listeners {
  tellVisitors(group: string | null, fact: string, payload: unknown): void;
  tellAgents(group: string | null, fact: string, payload: unknown): void;
}

/** Watches the application from outside: what it tells, and what it decides of agents by itself. */
export interface Watcher {
  readonly publisher: Pick<Publisher, 'transitioned' | 'removed' | 'messagePosted'>;
  watchAgents(agents: AgentStore): AgentStore;
}

export interface Service {
  readonly attend: Attend;
  readonly supervision: Supervision;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly agents: AgentStore;
  readonly settings: SettingsStore;
  readonly queueBoard: QueueBoard;
  readonly publisher: Publisher;
  readonly presenceOf: SeenPresences['presenceOf'];
  readonly visitorPresence: VisitorPresence;
  availability(): ReturnType<ReturnType<typeof createAvailabilityWatch>['now']>;
  announceSelf(id: AgentId): Promise<void>;
  begin(): Promise<void>;
  sweep(): Promise<void>;
}

export interface ServiceOptions {
  readonly database: MemoryDatabase;
  readonly clock: Clock;
  readonly listeners: Listeners;
  readonly watcher: Watcher;
  readonly isAgentConnected: (id: AgentId) => boolean;
}

/** What Socket.IO is to the facts: a fan-out by group, in each of which somebody is. */
function fanOut(
  tell: (group: string | null, fact: string, payload: unknown) => void,
): FactNamespaces['visitors'] {
  const rooms = new Map<string, ReadonlySet<string>>();
  return {
    adapter: { rooms: Object.assign(rooms, { get: (group: string) => new Set([group]) }) },
    to: (group) => {
      const emit = (fact: string, payload: object): void => tell(group, fact, payload);
      // Nobody here writes through a connection: there is none to leave out.
      return { emit, except: () => ({ emit }) };
    },
    emit: (fact, payload) => tell(null, fact, payload),
  };
}

/** The real application, put together as the composition root does, on stores in memory. A restart makes another on the same rows. */
export function createService(options: ServiceOptions): Service {
  const { clock, database, isAgentConnected, listeners, watcher } = options;
  const interactions = createMemoryInteractionStore(database);
  const messages = createMemoryMessageStore(database, clock);
  const settings = createMemorySettingsStore(database);
  const agents = watcher.watchAgents(createMemoryAgentStore(database, clock));

  const facts = createFacts(
    { visitors: fanOut(listeners.tellVisitors), agents: fanOut(listeners.tellAgents) },
    createSnapshots(),
  );
  const queueBoard = createQueueBoard(interactions, clock, (visitorId, interactionId, place) =>
    facts.toVisitor(visitorId, 'queue:changed', { interactionId, place }),
  );
  const availability = createAvailabilityWatch({
    agents,
    clock,
    hours: () => Promise.resolve({ isOpen: true, changesAt: null }),
    tell: (news) => facts.toAllVisitors('availability:changed', news),
  });
  const queue = createQueuePublisher(facts, interactions);
  const seenPresences = createSeenPresences();
  const told = createPublisher(facts, {
    canSeeIp: () => true,
    placeOf: queueBoard.placeOf,
    presenceOf: seenPresences.presenceOf,
    onQueueChanged: queue.changed,
  });
  const publisher = watched(told, watcher.publisher);
  const absence = createAgentAbsence({ agents, clock, interactions, publisher, seenPresences });
  const { announceSelf } = createSelfPublisher(facts, {
    agents,
    signedAgents: { isSupervisor: () => false },
  });
  const heartbeat = createHeartbeat({
    clock,
    sweepClock: createMemorySweepClock(database),
    interactions,
    agents,
    publisher,
    onOutage: () => undefined,
  });
  const attend = createAttend({
    clock,
    interactions,
    messages,
    agents,
    publisher,
    isAgentConnected,
    availabilityChanged: availability.refresh,
    callOver: () => undefined,
    announceSelf,
    heartbeat,
  });
  const sweeper = createSweep({
    clock,
    heartbeat,
    interactions,
    agents,
    settings,
    attend,
    isAgentConnected,
    announceSelf,
  });

  const supervision = createSupervision({
    clock,
    database: memoryTransactions(database),
    interactions,
    attend,
    audit: { record: () => Promise.resolve() },
    publisher: { queueChanged: publisher.queueChanged, whispered: () => undefined },
    announceSelf,
    availabilityChanged: availability.refresh,
  });

  return {
    attend,
    supervision,
    interactions,
    messages,
    agents,
    settings,
    queueBoard,
    publisher,
    presenceOf: seenPresences.presenceOf,
    visitorPresence: createVisitorPresence({ attend, interactions, settings }),
    announceSelf,
    availability: availability.now,
    begin: sweeper.begin,
    sweep: async () => {
      await sweeper.run();
      await availability.refresh();
      await absence.refresh();
      await queueBoard.refresh();
      await queue.announce();
    },
  };
}

/** The watcher sees a fact before the people do. */
function watched(told: Publisher, watcher: Watcher['publisher']): Publisher {
  return {
    ...told,
    transitioned: (transition) => {
      watcher.transitioned(transition);
      told.transitioned(transition);
    },
    removed: (...removal) => {
      watcher.removed(...removal);
      told.removed(...removal);
    },
    messagePosted: (...posted) => {
      watcher.messagePosted(...posted);
      told.messagePosted(...posted);
    },
  };
}
