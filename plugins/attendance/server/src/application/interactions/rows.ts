import type { Message } from '../../../../protocol/messages/messages';
import type { PresenceRows } from '../agents/presence-rows';
import type { AgentRows } from '../agents/rows';
import type { DepartmentRows } from '../departments/rows';
import type { ReportRows } from '../reports/rows';
import type { VisitorRows } from '../visitors/rows';
import type { CallMedium, MediaProvider } from '../../../../protocol/calls/calls';
import type { InteractionId, AgentId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Captured } from '../../../../protocol/interactions/people';
import type { Receipts } from '../../../../protocol/messages/messages';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { Rating } from '../../../../protocol/interactions/ratings';
import type { BegunInteraction, Interaction } from '../../domain/interactions/interaction-state';
import type { AssignmentOutcome } from '../../domain/reports/report-record';

import type { ClosingDetails, NewInteraction, StoredInteraction } from './stored-interaction';
import type { Steps } from '../steps';

/** Part of an interaction that a message needs. */
export interface InteractionHead {
  readonly visitorId: VisitorId;
  readonly agentId: AgentId | null;
  readonly status: Interaction['status'];
  /** True when the visitor's side is over. */
  readonly hasVisitorEnded: boolean;
  readonly lastSequence: number;
  /** Time of the oldest message that the agent has not replied to; null where there is none. */
  readonly pendingSince: number | null;
}

/** Columns to write; those left out stay as they are. */
export interface InteractionChange {
  readonly revision?: number;
  readonly interaction?: Interaction;
  readonly lastSequence?: number;
  readonly captured?: Captured;
  readonly receipts?: Receipts;
  readonly closing?: ClosingDetails;
  readonly rating?: Rating;
}

export interface InteractionRows {
  /** Reads an interaction that is about to be written: it stays as it is until the transaction ends. Null where there is none. */
  lock(id: InteractionId): Steps<StoredInteraction | null>;
  /** Locks an interaction for a message, which needs less of it. */
  lockHead(id: InteractionId): Steps<InteractionHead | null>;
  /** Reads one that was locked or inserted in this transaction; throws where there is none. */
  get(id: InteractionId): Steps<StoredInteraction>;
  /** The live interaction of a visitor on a site, of which the database allows one [P3]. */
  findLive(siteId: SiteId, visitorId: VisitorId): Steps<StoredInteraction | null>;
  /** Reads those whose visitor is live and not noted as away, for a write: they may be thousands, so no more of each is read. */
  lockLiveAndHere(): Steps<{ readonly interaction: Interaction; readonly revision: number }[]>;
  /** Inserts an interaction that has just begun, with the captured context and the answers, and returns its id. */
  insert(begun: BegunInteraction, request: NewInteraction): Steps<InteractionId>;
  setProtocolNumber(id: InteractionId, protocolNumber: string): Steps<void>;
  update(id: InteractionId, change: InteractionChange): Steps<void>;
  /** Writes that its visitor is away, and what that makes of its ring; nothing else of it. */
  setAway(id: InteractionId, interaction: Interaction, revision: number): Steps<void>;
  /** Notes a new message, and raises the revision. */
  advance(
    id: InteractionId,
    head: { readonly lastSequence: number; readonly lastWriter: Side; readonly pendingSince: number | null },
  ): Steps<void>;
  /** Makes it nobody's, for as long as its slots change hands: the database's guards let them do so only then. */
  vacate(id: InteractionId): Steps<void>;
  /** Notes whether it takes its agent whole [R4]: the database's guards compare that with its slots. */
  setTakesWholeAgent(id: InteractionId, takesWholeAgent: boolean): Steps<void>;
  /** Copies the visitor's own field values into it, as they are now. */
  keepVisitorFields(id: InteractionId): Steps<void>;
}

export interface HeldSlot {
  readonly slot: number;
  readonly interactionId: InteractionId;
}

/** Capacity as rows: (agent, slot) is unique, so no slot is ever held twice [R6]. */
export interface SlotRows {
  heldBy(agentId: AgentId): Steps<HeldSlot[]>;
  take(agentId: AgentId, interactionId: InteractionId, slots: readonly number[]): Steps<void>;
  /** Frees these slots of an interaction, or all of them. */
  free(interactionId: InteractionId, slots?: readonly number[]): Steps<void>;
}

/** Rows of who held an interaction and when; an agent's last one has no outcome while it goes on. */
export interface AssignmentRows {
  begin(interactionId: InteractionId, agentId: AgentId, assignedAt: number): Steps<void>;
  setOpened(interactionId: InteractionId, agentId: AgentId, openedAt: number | null): Steps<void>;
  end(
    interactionId: InteractionId,
    agentId: AgentId,
    outcome: AssignmentOutcome,
    releasedAt: number,
  ): Steps<void>;
}

/** Every call that was connected [M2]. */
export interface CallAttemptRows {
  begin(attempt: CallAttempt): Steps<void>;
  end(room: string, endedBy: Side | 'nobody', endedAt: number): Steps<void>;
}

/** Attempt of a call, while it goes on [M2]. */
export interface CallAttempt {
  readonly interactionId: InteractionId;
  /** Counts from 1 within the interaction. */
  readonly attempt: number;
  readonly medium: CallMedium;
  /** Unguessable, and never used again. */
  readonly room: string;
  readonly provider: MediaProvider;
  readonly startedAt: number;
}

export type SystemMessage = Extract<Message, { side: 'system' }>;

/** Rows of the system lines in a conversation. */
export interface LineRows {
  insertLines(interactionId: InteractionId, lines: readonly SystemMessage[]): Steps<void>;
}

/** Rows of a transaction that changes an interaction, and all that goes with it. */
export interface InteractionTx {
  readonly interactions: InteractionRows;
  readonly slots: SlotRows;
  readonly assignments: AssignmentRows;
  readonly callAttempts: CallAttemptRows;
  readonly messages: LineRows;
  readonly agents: AgentRows;
  readonly presence: PresenceRows;
  readonly departments: Pick<DepartmentRows, 'lockName'>;
  readonly visitors: Pick<VisitorRows, 'current' | 'update'>;
  readonly reports: ReportRows;
}
