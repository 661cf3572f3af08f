import fc from 'fast-check';

import { CHANNELS, type Channel } from '../../../plugins/attendance/protocol/shared/choices';
import { type CallMedium } from '../../../plugins/attendance/protocol/calls/calls';
import { type InteractionStatus } from '../../../plugins/attendance/protocol/schemas/statuses';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';

export const AGENTS = 3;
export const VISITORS = 6;
export const PERSISTENCE_MS = 90_000;

/** Step of an attendance; people and interactions are numbers in the order in which they came, from 0. */
export type Step =
  | {
      readonly kind: 'request';
      readonly visitor: number;
      readonly channel: Channel;
      readonly department: number | null;
    }
  | { readonly kind: 'cancel' | 'visitor-end' | 'leave' | 'return'; readonly interaction: number }
  | AgentStep
  | CallStep
  | { readonly kind: 'presence'; readonly agent: number; readonly isOnline: boolean }
  | { readonly kind: 'connection'; readonly agent: number; readonly isConnected: boolean }
  | { readonly kind: 'capacity'; readonly agent: number; readonly capacity: number }
  | {
      readonly kind: 'duties';
      readonly agent: number;
      readonly channels: readonly Channel[];
      readonly departments: readonly number[];
    };

/** Step of an agent with an interaction. */
export interface AgentStep {
  readonly kind: 'open' | 'agent-end';
  readonly interaction: number;
  readonly agent: number;
}

/** Step of a side about a call; `caller` is an agent's number, or null for the visitor. */
export interface CallStep {
  readonly kind: 'call-ask' | 'call-answer' | 'call-decline' | 'call-hang-up';
  readonly interaction: number;
  readonly caller: number | null;
  /** Medium of a request for a call. */
  readonly medium: CallMedium;
}

/** A step as drawn: who holds the interaction by then is known only when the step is taken. */
export type DrawnStep =
  | Exclude<Step, CallStep | AgentStep>
  | (Omit<AgentStep, 'agent'> & { readonly agent: number | 'holder' })
  | (Omit<CallStep, 'caller'> & { readonly caller: number | null | 'holder' });

/** Returns the step with the agent who holds its interaction now in the holder's place. */
export function toStep(drawn: DrawnStep, view: readonly InteractionView[]): Step {
  const named = <Who>(who: Who | 'holder', interaction: number): Who | number =>
    who === 'holder' ? (view[interaction]?.agent ?? 0) : who;
  switch (drawn.kind) {
    case 'open':
    case 'agent-end':
      return { ...drawn, agent: named(drawn.agent, drawn.interaction) };
    case 'call-ask':
    case 'call-answer':
    case 'call-decline':
    case 'call-hang-up':
      return { ...drawn, caller: named(drawn.caller, drawn.interaction) };
    default:
      return drawn;
  }
}

export interface TimedStep {
  /** Time in ms that passes before the step, with a sweep at its end. */
  readonly elapsedMs: number;
  readonly step: DrawnStep;
}

/** Visible state of an interaction; the facts of an assignment only while it is one. */
export interface InteractionView {
  readonly status: InteractionStatus;
  readonly agent: number | null;
  readonly isVisitorOver: boolean;
  readonly isOpened: boolean;
  readonly isAway: boolean;
  /** Channel of the interaction: that of the call, once a chat was raised to one. */
  readonly channel: Channel;
  readonly call: 'visitor-rings' | 'agent-rings' | 'connected' | null;
  readonly waitingSince: number;
}

/**
 * An implementation of the attendance: the model, the pure rules, or the store. Each assigns what it can after every
 * step.
 */
export interface Attendance {
  /** Lets time pass and sweeps once at its end. */
  pass(elapsedMs: number): void | Promise<void>;
  /** Takes a step; returns `ok`, or the code of the refusal; an interaction that never came is `not_found`. */
  take(step: Step): StepOutcome | Promise<StepOutcome>;
  view(): readonly InteractionView[] | Promise<readonly InteractionView[]>;
}

export type StepOutcome = 'ok' | ErrorCode;

const agent = fc.nat(AGENTS - 1);
const interaction = fc.oneof(fc.nat(3), fc.nat(11));
const department = fc.constantFrom(null, null, null, 1, 2);
/** Arbitrary of a channel: mostly chats, for they share. */
const channel = fc.constantFrom<Channel>('chat', 'chat', 'chat', 'chat', 'voice', 'video');

const requestStep = fc.record({
  kind: fc.constant('request' as const),
  visitor: fc.nat(VISITORS - 1),
  channel,
  department,
});
const visitorStep = fc.record({
  kind: fc.constantFrom('cancel' as const, 'visitor-end' as const, 'leave' as const, 'return' as const),
  interaction,
});
const agentStep = fc.record({
  kind: fc.constantFrom('open' as const, 'open' as const, 'agent-end' as const),
  interaction,
  agent: fc.constantFrom('holder' as const, 'holder' as const, 'holder' as const, 0, 1, 2),
});
const callStep = fc.record({
  kind: fc.constantFrom(
    'call-ask' as const,
    'call-ask' as const,
    'call-answer' as const,
    'call-answer' as const,
    'call-decline' as const,
    'call-hang-up' as const,
  ),
  interaction: fc.nat(3),
  caller: fc.constantFrom(null, null, null, 'holder' as const, 'holder' as const, 'holder' as const, 0, 1, 2),
  medium: fc.constantFrom('voice' as const, 'video' as const),
});
const presenceStep = fc.record({
  kind: fc.constant('presence' as const),
  agent,
  isOnline: fc.constantFrom(true, true, false),
});
const connectionStep = fc.record({
  kind: fc.constant('connection' as const),
  agent,
  isConnected: fc.constantFrom(true, true, false),
});
const capacityStep = fc.record({ kind: fc.constant('capacity' as const), agent, capacity: fc.nat(4) });
const dutiesStep = fc.record({
  kind: fc.constant('duties' as const),
  agent,
  channels: fc.subarray([...CHANNELS], { minLength: 1 }),
  departments: fc.subarray([1, 2]),
});

const anyStep: fc.Arbitrary<DrawnStep> = fc.oneof(
  { arbitrary: requestStep, weight: 8 },
  { arbitrary: visitorStep, weight: 5 },
  { arbitrary: agentStep, weight: 5 },
  { arbitrary: callStep, weight: 7 },
  { arbitrary: presenceStep, weight: 3 },
  { arbitrary: connectionStep, weight: 2 },
  { arbitrary: capacityStep, weight: 2 },
  { arbitrary: dutiesStep, weight: 1 },
);

/** Arbitrary of elapsed time in ms: often none at all, sometimes more than a visitor may be away. */
const elapsedMs = fc.constantFrom(0, 0, 0, 1, 1_000, 1_000, 5_000, 30_000, 45_000, PERSISTENCE_MS);

/** First steps: two agents begin Online, or most of a run would be about nobody. */
const ONLINE: readonly TimedStep[] = [0, 1].map((number) => ({
  elapsedMs: 0,
  step: { kind: 'presence', agent: number, isOnline: true },
}));

/** Arbitrary of whole calls: by chance alone, hardly a call would be requested, accepted and hung up in time. */
const wholeCall: fc.Arbitrary<readonly TimedStep[]> = fc
  .record({
    interaction: fc.nat(3),
    medium: fc.constantFrom('voice' as const, 'video' as const),
    asks: fc.constantFrom(null, 'holder' as const),
    length: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ asks, interaction: number, length, medium }) => {
    const call = { interaction: number, medium };
    const answers = asks === null ? ('holder' as const) : null;
    const steps: DrawnStep[] = [
      { kind: 'open', interaction: number, agent: 'holder' },
      { ...call, kind: 'call-ask', caller: asks },
      { ...call, kind: 'call-answer', caller: answers },
      { ...call, kind: 'call-hang-up', caller: asks },
    ];
    return steps.slice(0, length).map((step) => ({ elapsedMs: 1_000, step }));
  });

const someSteps = fc.oneof(
  { arbitrary: fc.record({ elapsedMs, step: anyStep }).map((step) => [step]), weight: 12 },
  { arbitrary: wholeCall, weight: 1 },
);

export const anySteps: fc.Arbitrary<readonly TimedStep[]> = fc
  .array(someSteps, { minLength: 6, maxLength: 35, size: 'max' })
  .map((steps) => [...ONLINE, ...steps.flat()]);
