import fc from 'fast-check';

import {
  CHANNELS,
  type Channel,
  type InteractionStatus,
} from '../../../plugins/attendance/protocol/entities';
import type { ErrorCode } from '../../../plugins/attendance/protocol/errors';

export const AGENTS = 3;
export const VISITORS = 6;
export const PERSISTENCE_MS = 90_000;

/** Something that happens; people and interactions are numbers in the order in which they came, from 0. */
export type Step =
  | {
      readonly kind: 'request';
      readonly visitor: number;
      readonly channel: Channel;
      readonly department: number | null;
    }
  | { readonly kind: 'cancel' | 'visitor-end' | 'leave' | 'return'; readonly interaction: number }
  | { readonly kind: 'open' | 'agent-end'; readonly interaction: number; readonly agent: number }
  | { readonly kind: 'presence'; readonly agent: number; readonly isOnline: boolean }
  | { readonly kind: 'connection'; readonly agent: number; readonly isConnected: boolean }
  | { readonly kind: 'capacity'; readonly agent: number; readonly capacity: number }
  | {
      readonly kind: 'duties';
      readonly agent: number;
      readonly channels: readonly Channel[];
      readonly departments: readonly number[];
    };

export interface TimedStep {
  /** Time that passes before it, with a sweep at its end. */
  readonly elapsedMs: number;
  readonly step: Step;
}

/** What anybody can see of an interaction; the facts of an assignment only while it is one. */
export interface InteractionView {
  readonly status: InteractionStatus;
  readonly agent: number | null;
  readonly isVisitorOver: boolean;
  readonly isOpened: boolean;
  readonly isAway: boolean;
  readonly waitingSince: number;
}

/** Something that attends: the model, the pure rules, or the store. Each gives what can be given after every step. */
export interface Attendance {
  /** Lets time pass and sweeps once at its end. */
  pass(elapsedMs: number): void | Promise<void>;
  /** Answers `ok`, or the code of the refusal; an interaction that never came is `not_found`. */
  take(step: Step): StepOutcome | Promise<StepOutcome>;
  view(): readonly InteractionView[] | Promise<readonly InteractionView[]>;
}

export type StepOutcome = 'ok' | ErrorCode;

const agent = fc.nat(AGENTS - 1);
const interaction = fc.nat(11);
const department = fc.constantFrom(null, null, null, 1, 2);
/** Mostly chats, for they share. */
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
  kind: fc.constantFrom('open' as const, 'agent-end' as const, 'agent-end' as const),
  interaction,
  agent,
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

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: requestStep, weight: 8 },
  { arbitrary: visitorStep, weight: 5 },
  { arbitrary: agentStep, weight: 5 },
  { arbitrary: presenceStep, weight: 3 },
  { arbitrary: connectionStep, weight: 2 },
  { arbitrary: capacityStep, weight: 2 },
  { arbitrary: dutiesStep, weight: 1 },
);

/** Sequences of steps; often no time passes at all, sometimes more than a visitor may be away. */
export const anySteps: fc.Arbitrary<readonly TimedStep[]> = fc.array(
  fc.record({ elapsedMs: fc.constantFrom(0, 1, 1_000, 45_000, PERSISTENCE_MS), step: anyStep }),
  { maxLength: 30, size: 'max' },
);
