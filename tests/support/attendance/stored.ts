import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

import type { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import { type Captured } from '../../../plugins/attendance/protocol/interactions/people';
import type {
  AgentId,
  DepartmentId,
  InteractionId,
  SiteId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import { sqlOn } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { createAgentReader } from '../../../plugins/attendance/server/src/adapters/agents/agent-reader';
import { createAgentStore } from '../../../plugins/attendance/server/src/application/agents/agent-store';
import {
  openInteractions,
  type InteractionSide,
} from '../../../plugins/attendance/server/src/composition/storage/interactions';
import { openVisitors } from '../../../plugins/attendance/server/src/composition/storage/visitors';
import {
  createAttend,
  type Attend,
} from '../../../plugins/attendance/server/src/application/attending/attend';
import type { AgentStore } from '../../../plugins/attendance/server/src/application/agents/ports';
import type { InteractionStore } from '../../../plugins/attendance/server/src/application/interactions/ports';
import type { Outcome } from '../../../plugins/attendance/server/src/application/outcome';
import type { Publisher } from '../../../plugins/attendance/server/src/application/interactions/publisher';
import type { CallCommand, Caller } from '../../../plugins/attendance/server/src/domain/interactions/call';
import {
  AGENTS,
  PERSISTENCE_MS,
  VISITORS,
  type Attendance,
  type CallStep,
  type InteractionView,
  type Step,
  type StepOutcome,
} from './steps';

const SITE = 1 as SiteId;
const CAPTURED: Captured = {
  originUrl: 'https://shop.example/',
  originTitle: '',
  currentUrl: 'https://shop.example/',
  currentTitle: '',
  referrer: '',
  language: 'pt-BR',
  browser: '',
  operatingSystem: '',
  ip: '',
};
const TABLES = ['messages', 'call_attempts', 'interactions', 'slots', 'visitors', 'agents'].map(
  (name) => `attendance_${name}`,
);

/**
 * The use cases on the real store, with a clock of their own: the third implementation that must do what the model
 * says.
 */
export class StoredAttendance implements Attendance {
  private readonly attend: Attend;
  private readonly interactions: InteractionStore;
  private readonly interactionIds: InteractionId[] = [];

  private constructor(
    private readonly clock: { time: number },
    private readonly agentStore: AgentStore,
    { interactions, messages }: InteractionSide,
    readonly agentIds: readonly AgentId[],
    private readonly visitorIds: readonly VisitorId[],
    private readonly connected: Set<AgentId>,
  ) {
    this.interactions = interactions;
    this.attend = createAttend({
      clock: { now: () => clock.time },
      interactions,
      messages,
      agents: agentStore,
      publisher: tellNobody(),
      isAgentConnected: (id) => connected.has(id),
      availabilityChanged: () => Promise.resolve(),
      callOver: () => undefined,
      announceSelf: () => Promise.resolve(),
      heartbeat: { catchUp: () => Promise.resolve() },
    });
  }

  /** Begins on empty tables: deletes all rows. */
  static async begin(knex: Knex, start: number): Promise<StoredAttendance> {
    for (const table of TABLES) await knex(table).delete();
    const clock = { time: start };
    const side = openInteractions(knex, { now: () => clock.time });
    const agentStore = createAgentStore(side.database, createAgentReader(sqlOn(knex)), {
      now: () => clock.time,
    });
    const visitors = openVisitors(sqlOn(knex), side.database);
    const agentIds: AgentId[] = [];
    for (let number = 0; number < AGENTS; number += 1) {
      const { id } = await agentStore.ensure(1_000 + number, `Agente ${number}`);
      agentIds.push(id);
    }
    const visitorIds: VisitorId[] = [];
    for (let number = 0; number < VISITORS; number += 1)
      visitorIds.push((await visitors.create(SITE, {}, null, start)).visitor.id);
    return new StoredAttendance(clock, agentStore, side, agentIds, visitorIds, new Set(agentIds));
  }

  async pass(elapsedMs: number): Promise<void> {
    this.clock.time += elapsedMs;
    for (const id of await this.interactions.unansweredCalls(this.clock.time))
      await this.attend.transition(id, { kind: 'call-lapse' });
    for (const id of await this.interactions.overdue(this.clock.time))
      await this.attend.transition(id, { kind: 'expire' });
    await this.attend.assignWaiting();
  }

  async take(step: Step): Promise<StepOutcome> {
    const outcome = await this.change(step);
    await this.attend.assignWaiting();
    return outcome;
  }

  async view(): Promise<InteractionView[]> {
    const stored = await Promise.all(this.interactionIds.map((id) => this.interactions.find(id)));
    return stored.map((one) => {
      if (one === null) throw new Error('an interaction vanished');
      const { interaction } = one;
      return {
        status: interaction.status,
        agent: 'agentId' in interaction ? this.agentIds.indexOf(interaction.agentId) : null,
        isVisitorOver: interaction.status === 'assigned' && interaction.visitorEnd !== null,
        isOpened: interaction.status === 'assigned' && interaction.openedAt !== null,
        isAway: interaction.away !== null,
        channel: interaction.channel,
        call:
          interaction.call?.state === 'ringing'
            ? `${interaction.call.by}-rings`
            : (interaction.call?.state ?? null),
        waitingSince: interaction.waitingSince,
      };
    });
  }

  private async change(step: Step): Promise<StepOutcome> {
    switch (step.kind) {
      case 'request':
        return this.request(step);
      case 'presence':
        await this.attend.setPresence(this.agentId(step.agent), step.isOnline ? 'online' : 'offline');
        return 'ok';
      case 'connection':
        if (step.isConnected) this.connected.add(this.agentId(step.agent));
        else this.connected.delete(this.agentId(step.agent));
        return 'ok';
      case 'capacity':
        return this.update(step.agent, { capacity: step.capacity });
      case 'duties': {
        const departmentIds = step.departments as DepartmentId[];
        return this.update(step.agent, { channels: [...step.channels], departmentIds });
      }
      case 'open':
      case 'agent-end': {
        const command = { kind: step.kind, agentId: this.agentId(step.agent) };
        return codeOf(await this.attend.transition(this.interactionId(step.interaction), command));
      }
      case 'call-ask':
      case 'call-answer':
      case 'call-decline':
      case 'call-hang-up': {
        const id = this.interactionId(step.interaction);
        return codeOf(await this.attend.transition(id, this.toCallCommand(step)));
      }
      case 'leave': {
        const command = { kind: 'leave', persistenceMs: PERSISTENCE_MS } as const;
        return codeOf(await this.attend.transition(this.interactionId(step.interaction), command));
      }
      default:
        return codeOf(
          await this.attend.transition(this.interactionId(step.interaction), { kind: step.kind }),
        );
    }
  }

  private toCallCommand({ caller, kind, medium }: CallStep): CallCommand {
    const by: Caller =
      caller === null ? { side: 'visitor' } : { side: 'agent', agentId: this.agentId(caller) };
    if (kind === 'call-ask') return { kind, by, medium };
    // Each attempt has a room of its own, which the database keeps unique [M2].
    if (kind === 'call-answer') return { kind, by, room: randomUUID(), provider: 'direct' };
    return { kind, by };
  }

  private async request({
    channel,
    department,
    visitor,
  }: Extract<Step, { kind: 'request' }>): Promise<StepOutcome> {
    const visitorId = this.visitorIds[visitor];
    if (visitorId === undefined) throw new Error(`there is no visitor ${visitor}`);
    const { interaction } = await this.attend.request({
      siteId: SITE,
      visitorId,
      departmentId: department as DepartmentId | null,
      channel,
      captured: CAPTURED,
    });
    if (!this.interactionIds.includes(interaction.id)) this.interactionIds.push(interaction.id);
    return 'ok';
  }

  /** Updates an agent as an admin does: the rest stays as it is. */
  private async update(
    number: number,
    change: { capacity?: number; channels?: (typeof CHANNELS)[number][]; departmentIds?: DepartmentId[] },
  ): Promise<StepOutcome> {
    const profile = (await this.agentStore.profiles()).find(({ id }) => id === this.agentId(number));
    if (profile === undefined) throw new Error(`there is no agent ${number}`);
    const { departmentIds, channels, ownCapacity, publicName, version } = profile;
    return codeOf(
      await this.agentStore.update(profile.id, {
        version,
        publicName,
        capacity: ownCapacity,
        channels: [...channels],
        departmentIds: [...departmentIds],
        ...change,
      }),
    );
  }

  private agentId(number: number): AgentId {
    const id = this.agentIds[number];
    if (id === undefined) throw new Error(`there is no agent ${number}`);
    return id;
  }

  /** Returns an interaction's id; one that never came is looked up like any other, and not found. */
  private interactionId(number: number): InteractionId {
    return this.interactionIds[number] ?? (Number.MAX_SAFE_INTEGER as InteractionId);
  }
}

function codeOf(outcome: Outcome<unknown>): StepOutcome {
  return outcome.ok ? 'ok' : outcome.code;
}

function tellNobody(): Publisher {
  const nothing = (): void => undefined;
  return {
    transitioned: nothing,
    messagePosted: nothing,
    visitorChanged: nothing,
    agentPresenceSeen: nothing,
    deadlinesMoved: nothing,
    receiptAdvanced: nothing,
    typingChanged: nothing,
    removed: nothing,
    queueChanged: nothing,
    offlineMessageChanged: nothing,
  };
}
