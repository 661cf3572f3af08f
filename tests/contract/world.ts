import type { Knex } from 'knex';

import type { Captured } from '../../plugins/attendance/protocol/interactions/people';
import type { Channel } from '../../plugins/attendance/protocol/shared/choices';
import type {
  AgentId,
  CustomFieldId,
  DepartmentId,
  InteractionId,
  SiteId,
  TagId,
  VisitorId,
} from '../../plugins/attendance/protocol/schemas/ids';
import type { SqlDatabase } from '../../plugins/attendance/server/src/adapters/database/sql';
import type { Database } from '../../plugins/attendance/server/src/application/database/tx';
import type { AgentStore } from '../../plugins/attendance/server/src/application/agents/ports';
import type { InteractionStore } from '../../plugins/attendance/server/src/application/interactions/ports';
import type { MessageStore } from '../../plugins/attendance/server/src/application/messages/ports';
import type { Outcome } from '../../plugins/attendance/server/src/application/outcome';
import type {
  StoredInteraction,
  Transition,
  TransitionCommand,
} from '../../plugins/attendance/server/src/application/interactions/stored-interaction';
import type { SweepClock } from '../../plugins/attendance/server/src/application/attending/sweep-clock-port';
import type { AttachmentStore } from '../../plugins/attendance/server/src/application/attachments/ports';
import type { KnownVisitorStore } from '../../plugins/attendance/server/src/application/known-visitors/known-visitors';
import type { BoardReader } from '../../plugins/attendance/server/src/application/supervision/ports';
import type { SettingsStore } from '../../plugins/attendance/server/src/application/settings/sites';
import type { VisitorStore } from '../../plugins/attendance/server/src/application/visitors/ports';
import type { ReportTables } from './reports/report-tables';
import type { AssignmentRecord, SlotRecord } from '../support/fakes/memory-database';

/** The ports of a chat on one kind of storage, and what its contracts need beside them. Each opened world is empty. */
export interface ChatWorld {
  readonly database: Database;
  readonly interactions: InteractionStore;
  readonly agents: Omit<AgentStore, 'expect'>;
  readonly messages: MessageStore;
  readonly visitors: Pick<VisitorStore, 'create'>;
  readonly settings: Pick<SettingsStore, 'get' | 'update'>;
  readonly board: BoardReader;
  readonly clock: { time: number };
  readonly reportTables: ReportTables;
  site(name: string): Promise<SiteId>;
  department(key: string): Promise<DepartmentId>;
  tag(name: string): Promise<TagId>;
  field(subject: 'visitor' | 'interaction'): Promise<CustomFieldId>;
  slots(): Promise<SlotRecord[]>;
  /** Oldest first. */
  assignments(): Promise<AssignmentRecord[]>;
}

/** Those of the people in it, and of the time that they have. */
export interface PeopleWorld extends ChatWorld {
  readonly agents: AgentStore;
  readonly visitors: VisitorStore;
  readonly sweepClock: SweepClock;
  readonly knownVisitors: KnownVisitorStore;
}

/** Those and their rows, on a database that has more than what the ports show. */
export interface RowsWorld extends PeopleWorld {
  readonly sql: SqlDatabase;
  readonly knex: Knex;
}

/** Every port on one kind of storage. */
export interface World extends PeopleWorld {
  readonly settings: SettingsStore;
  readonly attachments: AttachmentStore;
}

export type OpenChatWorld = () => Promise<ChatWorld>;
export type OpenPeopleWorld = () => Promise<PeopleWorld>;
export type OpenRowsWorld = () => Promise<RowsWorld>;
export type OpenWorld = () => Promise<World>;

export const START = 1_750_000_000_000;

export const CAPTURED: Captured = {
  originUrl: 'https://shop.example/a',
  originTitle: 'A',
  currentUrl: 'https://shop.example/a',
  currentTitle: 'A',
  referrer: '',
  language: 'pt-BR',
  browser: 'Firefox',
  operatingSystem: 'Linux',
  ip: '192.0.2.1',
};

/** The few steps that most contracts begin with. */
export interface FirstSteps {
  readonly siteId: SiteId;
  visitor(name?: string): Promise<VisitorId>;
  /** A waiting interaction of a new visitor. */
  waiting(channel?: Channel, departmentId?: DepartmentId | null): Promise<InteractionId>;
  /** An agent Online, with a capacity of their own when one is given. */
  online(name: string, capacity?: number): Promise<AgentId>;
  /** One more waiting interaction, claimed for the agent. */
  assigned(agentId: AgentId, channel?: Channel): Promise<InteractionId>;
  /** The interaction as it is stored now. */
  stored(id: InteractionId): Promise<StoredInteraction>;
  /** A transition, at the world's time unless another is given. */
  apply(id: InteractionId, command: TransitionCommand, now?: number): Promise<Outcome<Transition>>;
  visitorOf(id: InteractionId): Promise<VisitorId>;
  slotsOf(agentId: AgentId): Promise<number[]>;
}

export type ChatScene = ChatWorld & FirstSteps;
export type PeopleScene = PeopleWorld & FirstSteps;
export type RowsScene = RowsWorld & FirstSteps;
export type Scene = World & FirstSteps;

/** A world with a site and those steps. */
export async function openScene<Opened extends ChatWorld>(
  open: () => Promise<Opened>,
): Promise<Opened & FirstSteps> {
  const world = await open();
  const { agents, clock, interactions, visitors } = world;
  const siteId = await world.site('Loja');
  let users = 0;
  const scene: FirstSteps = {
    siteId,
    visitor: async (name = 'Carla') => (await visitors.create(siteId, { name }, null, clock.time)).visitor.id,
    waiting: async (channel = 'chat', departmentId = null) => {
      const visitorId = await scene.visitor();
      const request = { siteId, visitorId, departmentId, channel, captured: CAPTURED };
      return (await interactions.start(request, clock.time)).stored.interaction.id;
    },
    online: async (name, capacity) => {
      users += 1;
      const { id } = await agents.ensure(users, name);
      const profile = (await agents.profiles()).find((one) => one.id === id);
      if (profile === undefined) throw new Error('the agent has no profile');
      if (capacity !== undefined) dataOf(await agents.update(id, { ...asUpdate(profile), capacity }));
      await agents.setPresence(id, 'online');
      return id;
    },
    assigned: async (agentId, channel = 'chat') => {
      const id = await scene.waiting(channel);
      dataOf(await interactions.claim(id, agentId, clock.time));
      return id;
    },
    stored: async (id) => {
      const stored = await interactions.find(id);
      if (stored === null) throw new Error('no such interaction');
      return stored;
    },
    apply: (id, command, now = clock.time) => interactions.transition(id, command, now),
    visitorOf: async (id) => (await scene.stored(id)).interaction.visitorId,
    slotsOf: async (agentId) =>
      (await world.slots()).filter((one) => one.agentId === agentId).map(({ slot }) => slot),
  };
  return { ...world, ...scene };
}

export function asUpdate({
  channels,
  departmentIds,
  ownCapacity,
  publicName,
  version,
}: Awaited<ReturnType<AgentStore['profiles']>>[number]) {
  return {
    version,
    publicName,
    capacity: ownCapacity,
    channels: [...channels],
    departmentIds: [...departmentIds],
  };
}

export function dataOf<Data>(outcome: Outcome<Data>): Data {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.data;
}

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.code;
}
