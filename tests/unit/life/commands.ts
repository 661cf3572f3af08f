import fc from 'fast-check';

import { CHANNELS, type Channel } from '../../../plugins/attendance/protocol/shared/choices';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';

/** What either side does about a call. */
export type CallAct = 'call-ask' | 'call-answer' | 'call-decline' | 'call-hang-up';

/** What an agent does as a supervisor, to what others hold or to an agent. */
export type SupervisorAct = 'take-over' | 'put-back' | 'supervisor-end' | 'set-offline';

/** What a visitor does; who is taken modulo those there are. */
export interface VisitorCommand {
  readonly by: 'visitor';
  readonly kind:
    | 'request'
    | 'connect'
    | 'disconnect'
    | 'vanish'
    | 'post'
    | 'visitor-end'
    | 'cancel'
    | 'page'
    | 'read'
    | CallAct;
  readonly who: number;
  /** Of a request. */
  readonly channel: Channel;
  readonly department: number;
}

export interface AgentCommand {
  readonly by: 'agent';
  readonly kind:
    | 'connect'
    | 'disconnect'
    | 'online'
    | 'offline'
    | 'open'
    | 'end'
    | 'both-end'
    | 'post'
    | 'read'
    | 'capacity'
    | 'transfer-agent'
    | 'transfer-department'
    | SupervisorAct
    | CallAct;
  readonly who: number;
  /** Which of those held and to whom, or the capacity to be set. */
  readonly which: number;
}

/** Time and misfortune. */
export interface Happening {
  readonly by: 'nobody';
  readonly kind: 'pass' | 'restart' | 'outage' | 'repeat' | 'everybody-back';
  readonly ms: number;
}

export type Command = VisitorCommand | AgentCommand | Happening;

export interface Cast {
  readonly visitors: number;
  readonly agents: readonly {
    readonly capacity: number;
    readonly channels: readonly Channel[];
    readonly departments: readonly number[];
  }[];
  readonly ringMs: number;
  readonly missedMax: number;
  readonly reserveAfterMs: number;
  readonly persistenceMs: number;
  readonly graceMs: number;
}

const who = fc.nat(5);
const which = fc.nat(4);
const channel = fc.constantFrom<Channel>('chat', 'chat', 'chat', 'voice', 'video');

export const anyCast: fc.Arbitrary<Cast> = fc.record({
  visitors: fc.integer({ min: 2, max: 5 }),
  agents: fc.array(
    fc.record({
      capacity: fc.constantFrom(0, 1, 1, 2, 2, 3),
      channels: fc.constantFrom<readonly Channel[]>(CHANNELS, CHANNELS, ['chat'], ['voice', 'video']),
      departments: fc.subarray([0, 1]),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  ringMs: fc.constantFrom(0, 5_000, 30_000),
  missedMax: fc.constantFrom(0, 1, 2, 3),
  reserveAfterMs: fc.constantFrom(0, 10_000, 30_000),
  persistenceMs: fc.constantFrom(10_000, 20_000, 90_000),
  graceMs: fc.constantFrom(LIMITS.graceMs.min, 60_000, 300_000),
});

const visitorDoes = (...kinds: VisitorCommand['kind'][]) =>
  fc.record({
    by: fc.constant('visitor' as const),
    kind: fc.constantFrom(...kinds),
    who,
    channel,
    department: fc.nat(5),
  });
const agentDoes = (...kinds: AgentCommand['kind'][]) =>
  fc.record({ by: fc.constant('agent' as const), kind: fc.constantFrom(...kinds), who, which });
const happens = (kind: Happening['kind'], min: number, max: number) =>
  fc.record({ by: fc.constant('nobody' as const), kind: fc.constant(kind), ms: fc.integer({ min, max }) });

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: visitorDoes('request') },
  { weight: 5, arbitrary: visitorDoes('connect', 'disconnect', 'vanish') },
  { weight: 5, arbitrary: visitorDoes('post', 'visitor-end', 'cancel', 'page', 'read') },
  { weight: 4, arbitrary: agentDoes('connect', 'disconnect') },
  { weight: 4, arbitrary: agentDoes('online', 'online', 'offline') },
  { weight: 10, arbitrary: agentDoes('open', 'open', 'end', 'post', 'read', 'both-end') },
  {
    weight: 3,
    arbitrary: visitorDoes('call-ask', 'call-answer', 'call-answer', 'call-decline', 'call-hang-up'),
  },
  {
    weight: 3,
    arbitrary: agentDoes('call-ask', 'call-answer', 'call-answer', 'call-decline', 'call-hang-up'),
  },
  { weight: 3, arbitrary: agentDoes('transfer-agent', 'transfer-agent', 'transfer-department') },
  { weight: 4, arbitrary: agentDoes('take-over', 'take-over', 'put-back', 'supervisor-end', 'set-offline') },
  { weight: 1, arbitrary: agentDoes('capacity') },
  { weight: 1, arbitrary: happens('repeat', 0, 0) },
  { weight: 2, arbitrary: happens('everybody-back', 0, 0) },
  { weight: 6, arbitrary: happens('pass', 1, 4_000) },
  { weight: 6, arbitrary: happens('pass', 5_000, 40_000) },
  { weight: 1, arbitrary: happens('pass', 60_000, 120_000) },
  // In between it depends on beats that nobody wrote down whether it counts as an outage.
  {
    weight: 1,
    arbitrary: fc.oneof(
      { weight: 1, arbitrary: happens('restart', 0, 2_000) },
      { weight: 9, arbitrary: happens('restart', 3_001, 120_000) },
    ),
  },
  { weight: 1, arbitrary: happens('outage', 4_000, 200_000) },
);

export const anyCommands = fc.array(anyCommand, { minLength: 4, maxLength: 45, size: 'max' });
