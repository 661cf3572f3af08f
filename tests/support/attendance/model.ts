import { CHANNELS, type Channel } from '../../../plugins/attendance/protocol/shared/choices';
import { type CallMedium } from '../../../plugins/attendance/protocol/calls/calls';
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

interface ModelInteraction {
  readonly visitor: number;
  readonly beganAs: Channel;
  channel: Channel;
  call: ModelCall | null;
  readonly department: number | null;
  readonly waitingSince: number;
  status: InteractionView['status'];
  agent: number | null;
  isVisitorOver: boolean;
  isOpened: boolean;
  awayUntil: number | null;
}

type ModelCall =
  | {
      readonly state: 'ringing';
      readonly by: 'visitor' | 'agent';
      readonly medium: CallMedium;
      readonly until: number | null;
    }
  | { readonly state: 'connected' };

const ASKED_FOR_MS = 30_000;

interface ModelAgent {
  isOnline: boolean;
  isConnected: boolean;
  capacity: number;
  channels: readonly Channel[];
  departments: readonly number[];
  lastAssignedAt: number;
}

/**
 * Model of the rules as SPEC.md states them, in counts: nothing of it is taken from domain/, it knows no slots and plans
 * nothing. The product must behave as it does, step by step.
 */
export class AttendanceModel implements Attendance {
  now: number;
  readonly agents: ModelAgent[] = Array.from({ length: AGENTS }, () => ({
    isOnline: false,
    isConnected: true,
    capacity: 4,
    channels: CHANNELS,
    departments: [],
    lastAssignedAt: 0,
  }));
  readonly interactions: ModelInteraction[] = [];
  private readonly lastAgentOf: (number | null)[] = Array.from({ length: VISITORS }, () => null);

  constructor(now: number) {
    this.now = now;
  }

  pass(elapsedMs: number): void {
    this.now += elapsedMs;
    for (const one of this.interactions) {
      if (one.call?.state === 'ringing' && one.call.until !== null && one.call.until <= this.now)
        one.call = null;
    }
    for (const one of this.interactions) {
      if (one.awayUntil === null || one.awayUntil > this.now) continue;
      this.endVisitorSide(one);
    }
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
      agent: one.agent,
      isVisitorOver: one.status === 'assigned' && one.isVisitorOver,
      isOpened: one.status === 'assigned' && one.isOpened,
      isAway: one.awayUntil !== null,
      channel: one.channel,
      call: one.call?.state === 'ringing' ? `${one.call.by}-rings` : (one.call?.state ?? null),
      waitingSince: one.waitingSince,
    }));
  }

  /** Returns what an agent holds: everything they have not ended [R5]. */
  heldBy(agent: number): ModelInteraction[] {
    return this.interactions.filter((one) => one.status === 'assigned' && one.agent === agent);
  }

  /** Returns the agents who may be given an interaction now [R1, R2, R3, R4, R11]. */
  eligibleFor(one: ModelInteraction): number[] {
    return this.agents.flatMap((agent, number) => {
      const held = this.heldBy(number);
      const isTheirs =
        agent.channels.includes(one.channel) &&
        (one.department === null || agent.departments.includes(one.department));
      const hasRoom =
        one.channel === 'chat'
          ? held.length < agent.capacity && held.every((other) => !this.takesAgentWhole(other))
          : held.length === 0;
      return agent.isOnline && agent.isConnected && isTheirs && hasRoom ? [number] : [];
    });
  }

  /**
   * Returns the interactions that wait with their visitor present, the longest wait first; of one instant, in the order
   * of arrival [R7].
   */
  waiting(): ModelInteraction[] {
    return this.interactions
      .filter((one) => one.status === 'waiting' && one.awayUntil === null)
      .sort((left, right) => left.waitingSince - right.waitingSince);
  }

  private change(step: Step): StepOutcome {
    switch (step.kind) {
      case 'request':
        this.request(step);
        return 'ok';
      case 'presence':
        this.agent(step.agent).isOnline = step.isOnline;
        return 'ok';
      case 'connection':
        this.agent(step.agent).isConnected = step.isConnected;
        return 'ok';
      case 'capacity':
        this.agent(step.agent).capacity = step.capacity;
        return 'ok';
      case 'duties':
        Object.assign(this.agent(step.agent), { channels: step.channels, departments: step.departments });
        return 'ok';
      default: {
        const one = this.interactions[step.interaction];
        if (one === undefined) return 'not_found';
        if ('caller' in step) return this.changeCall(one, step);
        return 'agent' in step ? this.changeAsAgent(one, step) : this.changeAsVisitor(one, step.kind);
      }
    }
  }

  private request({ channel, department, visitor }: Extract<Step, { kind: 'request' }>): void {
    const isLive = this.interactions.some((one) => one.visitor === visitor && this.isLive(one));
    if (isLive) return;
    this.interactions.push({
      visitor,
      beganAs: channel,
      channel,
      call: channel === 'chat' ? null : { state: 'ringing', by: 'visitor', medium: channel, until: null },
      department,
      waitingSince: this.now,
      status: 'waiting',
      agent: null,
      isVisitorOver: false,
      isOpened: false,
      awayUntil: null,
    });
  }

  private changeAsVisitor(
    one: ModelInteraction,
    kind: 'cancel' | 'visitor-end' | 'leave' | 'return',
  ): StepOutcome {
    switch (kind) {
      case 'cancel':
        if (one.status === 'waiting') this.endVisitorSide(one);
        return one.status === 'abandoned' ? 'ok' : 'conflict';
      case 'visitor-end':
        if (this.isLive(one)) this.endVisitorSide(one);
        return 'ok';
      case 'leave':
        if (!this.isLive(one)) return 'conflict';
        one.awayUntil ??= this.now + PERSISTENCE_MS;
        return 'ok';
      case 'return':
        if (!this.isLive(one)) return 'conflict';
        one.awayUntil = null;
        return 'ok';
    }
  }

  private changeAsAgent(
    one: ModelInteraction,
    { agent, kind }: Extract<Step, { kind: 'open' | 'agent-end' }>,
  ): StepOutcome {
    if (kind === 'agent-end' && one.status === 'ended' && one.agent === agent) return 'ok';
    if (one.status !== 'assigned' || one.agent !== agent) return 'not_found';
    if (kind === 'agent-end') Object.assign(one, { status: 'ended', awayUntil: null, call: null });
    // A call is opened by answering it alone [S9].
    else if (one.channel === 'chat') one.isOpened = true;
    return 'ok';
  }

  /** [M1, M5] Applies a step of either side about the call. */
  private changeCall(one: ModelInteraction, { caller, kind, medium }: CallStep): StepOutcome {
    if (caller !== null && (one.status !== 'assigned' || one.agent !== caller)) return 'not_found';
    if (one.status !== 'assigned') return 'conflict';
    const side = caller === null ? 'visitor' : 'agent';
    const rings = one.call?.state === 'ringing' ? one.call : null;
    switch (kind) {
      case 'call-ask': {
        if (rings?.by === side && rings.medium === medium) return 'ok';
        const canBeCalled = one.call === null && !one.isVisitorOver && one.awayUntil === null;
        if (!canBeCalled || (side === 'agent' && !this.mayTakeWhole(one))) return 'conflict';
        one.call = { state: 'ringing', by: side, medium, until: this.now + ASKED_FOR_MS };
        return 'ok';
      }
      case 'call-answer': {
        if (one.call?.state === 'connected') return 'ok';
        if (rings === null || rings.by === side || one.awayUntil !== null) return 'conflict';
        if (one.channel === 'chat' && !this.isAloneAtAgent(one)) return 'conflict';
        Object.assign(one, { channel: rings.medium, call: { state: 'connected' } });
        if (side === 'agent') one.isOpened = true;
        return 'ok';
      }
      case 'call-hang-up':
        if (one.call?.state === 'connected') one.call = null;
        if (rings?.until === null) return 'conflict';
        one.call = null;
        return 'ok';
      case 'call-decline':
        if (one.call?.state === 'connected' || rings?.until === null) return 'conflict';
        one.call = null;
        return 'ok';
    }
  }

  private mayTakeWhole(one: ModelInteraction): boolean {
    return one.isOpened && (one.channel !== 'chat' || this.isAloneAtAgent(one));
  }

  private isAloneAtAgent({ agent }: ModelInteraction): boolean {
    return agent !== null && this.heldBy(agent).length === 1;
  }

  /**
   * [R4] Returns whether the interaction occupies its agent alone: a call until it is ended, hung up or not; a chat
   * while its agent requests a call [M1].
   */
  private takesAgentWhole({ call, channel }: ModelInteraction): boolean {
    return channel !== 'chat' || (call?.state === 'ringing' && call.by === 'agent');
  }

  private endVisitorSide(one: ModelInteraction): void {
    one.awayUntil = null;
    one.call = null;
    if (one.status === 'waiting') one.status = 'abandoned';
    else one.isVisitorOver = true;
  }

  private isLive(one: ModelInteraction): boolean {
    return one.status === 'waiting' || (one.status === 'assigned' && !one.isVisitorOver);
  }

  /** Assigns one at a time, and from the front each time: slow, and plainly the rule. */
  private assign(): void {
    for (;;) {
      const next = this.waiting().find((one) => this.eligibleFor(one).length > 0);
      if (next === undefined) return;
      const [best] = this.eligibleFor(next).sort((left, right) => this.compare(left, right, next.visitor));
      if (best === undefined) return;
      Object.assign(next, { status: 'assigned', agent: best });
      this.agent(best).lastAssignedAt = this.now;
      this.lastAgentOf[next.visitor] = best;
    }
  }

  private compare(left: number, right: number, visitor: number): number {
    const rank = (number: number): [number, number, number, number] => [
      this.heldBy(number).length,
      this.lastAgentOf[visitor] === number ? 0 : 1,
      this.agent(number).lastAssignedAt,
      number,
    ];
    const [one, other] = [rank(left), rank(right)];
    const differing = one.findIndex((value, index) => value !== other[index]);
    return (one[differing] ?? 0) - (other[differing] ?? 0);
  }

  private agent(number: number): ModelAgent {
    const agent = this.agents[number];
    if (agent === undefined) throw new Error(`there is no agent ${number}`);
    return agent;
  }
}
