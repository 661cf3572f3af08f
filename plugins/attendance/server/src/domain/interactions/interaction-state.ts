import type { CallMedium, MediaProvider } from '../../../../protocol/calls/calls';
import type { Channel } from '../../../../protocol/shared/choices';
import type {
  AgentId,
  DepartmentId,
  InteractionId,
  SiteId,
  VisitorId,
} from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { VisitorEndReason } from '../../../../protocol/schemas/statuses';

interface InteractionBase {
  readonly id: InteractionId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly departmentId: DepartmentId | null;
  /** Present channel: the call's, once a chat was raised to one. */
  readonly channel: Channel;
  /** The channel of the request, for the reports [M1]. */
  readonly beganAs: Channel;
  readonly call: Call | null;
  /** Calls that were connected, the present one too: each attempt has a number, and a room of its own [M2]. */
  readonly callCount: number;
  /** The visitor's request; set once, survives return and transfer [R7]. */
  readonly waitingSince: number;
  /** The visitor has no connection since then, and until then may come back [P1]. */
  readonly away: { readonly since: number; readonly until: number } | null;
  readonly lastWriter: Side | null;
  /** Agents who were given it and did not open it in time [R10]. */
  readonly missedBy: readonly AgentId[];
  /** Agent who transferred it to its department, until somebody there has opened it: it is not given back to them while others are there [R15]. */
  readonly transferredBy: AgentId | null;
}

/** End of the visitor's side: when and why. */
export interface VisitorEnd {
  readonly at: number;
  readonly reason: VisitorEndReason;
}

/** [R10] The ring of one assignment: it runs while the visitor is here, and rests while they are away. */
export type Ring = { readonly until: number } | { readonly leftMs: number };

export interface WaitingInteraction extends InteractionBase {
  readonly status: 'waiting';
}

export interface AssignedInteraction extends InteractionBase {
  readonly status: 'assigned';
  readonly agentId: AgentId;
  readonly assignedAt: number;
  /** Time at which this assignment was opened [S2, S9]. */
  readonly openedAt: number | null;
  /** Ring; null once it was opened or the visitor ended, and where interactions are never passed on. */
  readonly ring: Ring | null;
  /** End of the visitor's side, or null; an assigned interaction stays assigned with it. */
  readonly visitorEnd: VisitorEnd | null;
}

export interface EndedInteraction extends InteractionBase {
  readonly status: 'ended';
  readonly agentId: AgentId;
  readonly endedAt: number;
  /** End of the visitor's side; null when the agent's end came first. */
  readonly visitorEnd: VisitorEnd | null;
  /** Who ended the agent's side: the agent, or a supervisor for them [R17]. */
  readonly closedBy: Closer;
}

export type Closer = 'agent' | 'supervisor';

export interface AbandonedInteraction extends InteractionBase {
  readonly status: 'abandoned';
  readonly endedAt: number;
  readonly reason: VisitorEndReason;
}

/** Interaction, one contact of a visitor from request to end. Each status carries only its own fields. */
export type Interaction = WaitingInteraction | AssignedInteraction | EndedInteraction | AbandonedInteraction;

/** Returns whether the visitor's side goes on: they may write, be away and come back. */
export function isLive(interaction: Interaction): interaction is WaitingInteraction | AssignedInteraction {
  if (interaction.status === 'waiting') return true;
  return interaction.status === 'assigned' && interaction.visitorEnd === null;
}

/** Returns whether nobody attends it any more: its agent has ended it, or its visitor left the queue. */
export function isOver(interaction: Interaction): interaction is EndedInteraction | AbandonedInteraction {
  return interaction.status === 'ended' || interaction.status === 'abandoned';
}

/** [R15] Returns whether it was transferred from one agent straight to another. */
export function isHandedOn(before: Interaction, after: Interaction): boolean {
  return before.status === 'assigned' && after.status === 'assigned' && before.agentId !== after.agentId;
}

/** An interaction that has no row yet, and so no id. */
export type BegunInteraction = Omit<WaitingInteraction, 'id'>;

/** Ringing call: one side asked, and the other has until `until`. Null for a visitor who came for a call: the ring of the assignment counts [R10]. */
export interface RingingCall {
  readonly state: 'ringing';
  readonly by: Side;
  readonly medium: CallMedium;
  readonly since: number;
  readonly until: number | null;
}

export interface ConnectedCall {
  readonly state: 'connected';
  readonly attempt: number;
  readonly medium: CallMedium;
  readonly room: string;
  readonly provider: MediaProvider;
  readonly since: number;
}

/** The call of an interaction; null where nobody calls, also after a hang-up [M5]. */
export type Call = RingingCall | ConnectedCall;
