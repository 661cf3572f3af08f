import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type {
  AgentId,
  DepartmentId,
  InteractionId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import type { HistoryEvent } from './retell';
import type { SetClock } from './set-clock';

export type CallState = 'none' | 'visitor-rings' | 'agent-rings' | 'connected';

/** One interaction as the model knows it: from what people did and what was told, never from the service's rows. Times are charged time. */
export interface Case {
  readonly id: InteractionId;
  readonly visitorId: VisitorId;
  /** That of the call, once a chat was raised to one. */
  channel: Channel;
  call: CallState;
  /** When one side asked for it; 0 for who came for a call. */
  askedAt: number;
  departmentId: DepartmentId | null;
  readonly waitingSince: number;
  state: 'waiting' | 'held' | 'over';
  agentId: AgentId | null;
  isOpened: boolean;
  hasVisitorEnded: boolean;
  /** How long it has rung, and since when it rings on. */
  heardMs: number;
  ringsSince: number | null;
  readonly missedBy: Set<AgentId>;
  /** Who handed it to its department, until somebody opens it [R15]. */
  transferredBy: AgentId | null;
  revision: number;
  lastSequence: number;
  readonly bodies: Set<string>;
  /** Sweeps in a row at whose end something was overdue. */
  lateSweeps: number;
}

export interface Worker {
  readonly id: AgentId;
  readonly name: string;
  isOnline: boolean;
  connections: number;
  capacity: number;
  channels: readonly Channel[];
  departmentIds: readonly DepartmentId[];
  lastAssignedAt: number;
  lostSince: number | null;
  missedInARow: number;
  reservedFor: InteractionId | null;
}

export interface Guest {
  readonly id: VisitorId;
  connections: number;
  awaySince: number | null;
  backSince: number;
  lastAgentId: AgentId | null;
}

/** What somebody asked for just now: a change that only people make must have one. */
export interface Wish {
  readonly kind:
    | 'open'
    | 'transfer'
    | 'agent-end'
    | 'visitor-end'
    | 'cancel'
    | 'call-ask'
    | 'call-answer'
    | 'call-decline'
    | 'call-hang-up'
    | 'take-over'
    | 'put-back'
    | 'supervisor-end';
  readonly interactionId: InteractionId;
}

export interface Ledger {
  readonly clock: SetClock;
  readonly settings: GeneralSettings;
  readonly cases: Map<InteractionId, Case>;
  /** What was told of each interaction, in its order. */
  readonly histories: Map<InteractionId, HistoryEvent[]>;
  readonly workers: Map<AgentId, Worker>;
  readonly guests: Map<VisitorId, Guest>;
  /** Removals that must still be told, one for each release. */
  readonly owedRemovals: string[];
  wishes: readonly Wish[];
  /** Each standstill may make things a second later: what passed between its end and the beat that noticed it. */
  standstills: number;
}

/** Breaks the run, naming the rule. */
export function demand(isKept: boolean, rule: string, fields: object = {}): asserts isKept {
  if (!isKept) throw new Error(`${rule} ${JSON.stringify(fields)}`);
}

export function caseOf({ cases }: Ledger, id: InteractionId): Case {
  const found = cases.get(id);
  demand(found !== undefined, '[K8] told of an interaction whose beginning was not told', { id });
  return found;
}

export function workerOf({ workers }: Ledger, id: AgentId): Worker {
  const found = workers.get(id);
  demand(found !== undefined, '[K9] no such agent', { id });
  return found;
}

export function guestOf({ guests }: Ledger, id: VisitorId): Guest {
  const found = guests.get(id);
  demand(found !== undefined, '[K9] no such visitor', { id });
  return found;
}

export function isHere(ledger: Ledger, { visitorId }: Case): boolean {
  return guestOf(ledger, visitorId).awaySince === null;
}

export function isCall({ channel }: { readonly channel: Channel }): boolean {
  return channel !== 'chat';
}

/** [R4] A call until it is ended, hung up or not; a chat while its agent asks for one [M1]. */
export function takesAgentWhole({ call, channel }: Pick<Case, 'call' | 'channel'>): boolean {
  return channel !== 'chat' || call === 'agent-rings';
}

export function heldBy({ cases }: Ledger, agentId: AgentId): Case[] {
  return [...cases.values()].filter((one) => one.state === 'held' && one.agentId === agentId);
}

/** Present ones, by longest wait. */
export function queueOf(ledger: Ledger): Case[] {
  return [...ledger.cases.values()]
    .filter((one) => one.state === 'waiting' && isHere(ledger, one))
    .sort((left, right) => left.waitingSince - right.waitingSince || left.id - right.id);
}

export function isAttending({ connections, isOnline }: Worker): boolean {
  return isOnline && connections > 0;
}

/** [R1, R11] Whether such interactions are the agent's at all. */
export function isSuited(worker: Worker, { channel, departmentId }: Case): boolean {
  return (
    isAttending(worker) &&
    worker.channels.includes(channel) &&
    (departmentId === null || worker.departmentIds.includes(departmentId))
  );
}

/** [R15] Whether this agent handed it to its department, and somebody else is there for it. */
function isSentBack({ workers }: Ledger, worker: Worker, wanted: Case): boolean {
  if (wanted.transferredBy !== worker.id) return false;
  return [...workers.values()].some((other) => other !== worker && isSuited(other, wanted));
}

/** [R1, R11, R15] Whether it may be theirs, room or not. */
export function mayServe(ledger: Ledger, worker: Worker, wanted: Case): boolean {
  return isSuited(worker, wanted) && !isSentBack(ledger, worker, wanted);
}

/** [R2, R3, R4, R8] Whether the agent has room for it, by counting. */
export function hasRoom(ledger: Ledger, worker: Worker, wanted: Case): boolean {
  if (worker.reservedFor !== null && worker.reservedFor !== wanted.id) return false;
  const held = heldBy(ledger, worker.id);
  if (isCall(wanted)) return held.length === 0;
  return held.every((one) => !takesAgentWhole(one)) && held.length < worker.capacity;
}

export function eligibleFor(ledger: Ledger, wanted: Case): Worker[] {
  return [...ledger.workers.values()].filter(
    (worker) => mayServe(ledger, worker, wanted) && hasRoom(ledger, worker, wanted),
  );
}

/** [R10] Others who could take what rang out, and did not miss it themselves. */
export function othersFor(ledger: Ledger, held: Case): Worker[] {
  return eligibleFor(ledger, held).filter(({ id }) => id !== held.agentId && !held.missedBy.has(id));
}

/** At most so late: a sweep each second, and one that began just before. */
export function latestMs({ standstills }: Ledger): number {
  return 2_000 + standstills * 1_000;
}

/** How long it has rung in the hearing of its agent, the visitor being there. */
export function heard({ clock }: Ledger, { heardMs, ringsSince }: Case): number {
  return heardMs + (ringsSince === null ? 0 : clock.charged() - ringsSince);
}
