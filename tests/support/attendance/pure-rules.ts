import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import type {
  AgentId,
  DepartmentId,
  InteractionId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import {
  callOfRequest,
  takesWholeAgent,
  type CallCommand,
  type Caller,
} from '../../../plugins/attendance/server/src/domain/interactions/call';
import { SLOT_COUNT, slotsFor } from '../../../plugins/attendance/server/src/domain/routing/capacity';
import {
  decide,
  type InteractionCommand,
} from '../../../plugins/attendance/server/src/domain/interactions/interaction';
import {
  isLive,
  type Interaction,
} from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import {
  type RoutingAgent,
  type RoutingRequest,
} from '../../../plugins/attendance/server/src/domain/routing/routing';
import { planAssignments } from '../../../plugins/attendance/server/src/domain/routing/routing-plan';
import {
  AGENTS,
  PERSISTENCE_MS,
  type Attendance,
  type CallStep,
  type InteractionView,
  type Step,
  type StepOutcome,
} from './steps';

type Routed = Omit<RoutingAgent, 'heldSlots' | 'openInteractions'>;

function toCallCommand({ caller, kind, medium }: CallStep): CallCommand {
  const by: Caller = caller === null ? { side: 'visitor' } : { side: 'agent', agentId: caller as AgentId };
  if (kind === 'call-ask') return { kind, by, medium };
  if (kind === 'call-answer') return { kind, by, room: 'room', provider: 'direct' };
  return { kind, by };
}

/** The product's pure rules, held together by arrays: what a store would load and save. */
export class PureRules implements Attendance {
  private now: number;
  private readonly interactions: Interaction[] = [];
  private readonly agents: Routed[];
  private readonly slots: { agentId: AgentId; slot: number; interactionId: InteractionId }[] = [];
  private readonly lastAgentOf = new Map<VisitorId, AgentId>();

  constructor(now: number) {
    this.now = now;
    this.agents = Array.from({ length: AGENTS }, (_, number) => ({
      agentId: number as AgentId,
      isOnline: false,
      isConnected: true,
      channels: CHANNELS,
      departmentIds: [],
      capacity: 4,
      lastAssignedAt: 0,
      reservedFor: null,
    }));
  }

  pass(elapsedMs: number): void {
    this.now += elapsedMs;
    for (const { id } of this.interactions) this.decide(id, { kind: 'call-lapse' });
    for (const { id } of this.interactions) this.decide(id, { kind: 'expire' });
    this.assign();
  }

  take(step: Step): StepOutcome {
    const outcome = this.change(step);
    this.assign();
    return outcome;
  }

  view(): InteractionView[] {
    return this.interactions.map((one) => ({
      status: one.status,
      agent: 'agentId' in one ? one.agentId : null,
      isVisitorOver: one.status === 'assigned' && one.visitorEnd !== null,
      isOpened: one.status === 'assigned' && one.openedAt !== null,
      isAway: one.away !== null,
      channel: one.channel,
      call: one.call?.state === 'ringing' ? `${one.call.by}-rings` : (one.call?.state ?? null),
      waitingSince: one.waitingSince,
    }));
  }

  private change(step: Step): StepOutcome {
    switch (step.kind) {
      case 'request':
        this.request(step);
        return 'ok';
      case 'presence':
        return this.setAgent(step.agent, { isOnline: step.isOnline });
      case 'connection':
        return this.setAgent(step.agent, { isConnected: step.isConnected });
      case 'capacity':
        return this.setAgent(step.agent, { capacity: step.capacity });
      case 'duties': {
        const departmentIds = step.departments as DepartmentId[];
        return this.setAgent(step.agent, { channels: step.channels, departmentIds });
      }
      case 'open':
      case 'agent-end':
        return this.decide(step.interaction, { kind: step.kind, agentId: step.agent as AgentId });
      case 'call-ask':
      case 'call-answer':
      case 'call-decline':
      case 'call-hang-up':
        return this.decide(step.interaction, toCallCommand(step));
      case 'leave':
        return this.decide(step.interaction, { kind: 'leave', persistenceMs: PERSISTENCE_MS });
      default:
        return this.decide(step.interaction, { kind: step.kind });
    }
  }

  private request({ channel, department, visitor }: Extract<Step, { kind: 'request' }>): void {
    if (this.interactions.some((one) => one.visitorId === (visitor as VisitorId) && isLive(one))) return;
    this.interactions.push({
      status: 'waiting',
      id: this.interactions.length as InteractionId,
      siteId: 1 as Interaction['siteId'],
      visitorId: visitor as VisitorId,
      departmentId: department as DepartmentId | null,
      channel,
      beganAs: channel,
      call: callOfRequest(channel, this.now),
      callCount: 0,
      waitingSince: this.now,
      away: null,
      lastWriter: null,
      missedBy: [],
      transferredBy: null,
    });
  }

  private setAgent(number: number, change: Partial<Routed>): StepOutcome {
    this.agents.splice(
      number,
      1,
      ...this.agents.slice(number, number + 1).map((one) => ({ ...one, ...change })),
    );
    return 'ok';
  }

  private decide(number: number, command: InteractionCommand): StepOutcome {
    const before = this.interactions[number];
    if (before === undefined) return 'not_found';
    const decision = decide(before, command, this.now);
    if (!decision.ok) return decision.code;
    if (!this.followSlots(before, decision.interaction)) return 'conflict';
    this.interactions[number] = decision.interaction;
    if (decision.interaction.status === 'ended') this.free(decision.interaction.id);
    return 'ok';
  }

  /**
   * Follows a change in the slots, as a store does in the same transaction [M1]; returns whether the agent has room.
   */
  private followSlots(before: Interaction, after: Interaction): boolean {
    if (before.status !== 'assigned' || after.status !== 'assigned') return true;
    const { agentId, id } = after;
    const [needed, had] = [takesWholeAgent(after), takesWholeAgent(before)];
    if (needed === had) return true;
    const isBeside = this.slots.some((slot) => slot.agentId === agentId && slot.interactionId !== id);
    if (needed && isBeside) return false;
    this.free(id);
    const count = needed ? SLOT_COUNT : 1;
    this.slots.push(...Array.from({ length: count }, (_, slot) => ({ agentId, slot, interactionId: id })));
    return true;
  }

  private free(id: InteractionId): void {
    const kept = this.slots.filter(({ interactionId }) => interactionId !== id);
    this.slots.splice(0, this.slots.length, ...kept);
  }

  private assign(): void {
    const roster = this.agents.map((agent) => this.routed(agent));
    const plan = planAssignments(this.routingRequests(), roster, this.now);
    for (const { agentId, interactionId } of plan) {
      const interaction = this.interactions[interactionId];
      const agent = this.agents[agentId];
      if (interaction === undefined || agent === undefined) throw new Error('planned from nowhere');
      const taken = slotsFor(interaction.channel, this.routed(agent).heldSlots, agent.capacity);
      if (taken === null) throw new Error(`agent ${agentId} has no room for what was planned`);
      this.slots.push(...taken.map((slot) => ({ agentId, slot, interactionId })));
      this.setAgent(agentId, { lastAssignedAt: this.now });
      this.lastAgentOf.set(interaction.visitorId, agentId);
      const outcome = this.decide(interactionId, { kind: 'assign', agentId, agentName: 'Ana', ringMs: 0 });
      if (outcome !== 'ok') throw new Error(`a planned assignment was refused: ${outcome}`);
    }
  }

  private routed(agent: Routed): RoutingAgent {
    const held = this.slots.filter(({ agentId }) => agentId === agent.agentId);
    return {
      ...agent,
      heldSlots: held.map(({ slot }) => slot),
      openInteractions: new Set(held.map(({ interactionId }) => interactionId)).size,
    };
  }

  private routingRequests(): RoutingRequest[] {
    return this.interactions.flatMap((one) =>
      one.status === 'waiting'
        ? [
            {
              interactionId: one.id,
              visitorId: one.visitorId,
              channel: one.channel,
              departmentId: one.departmentId,
              waitingSince: one.waitingSince,
              isAway: one.away !== null,
              previousAgentId: this.lastAgentOf.get(one.visitorId) ?? null,
              missedBy: one.missedBy,
              transferredBy: one.transferredBy,
            },
          ]
        : [],
    );
  }
}
