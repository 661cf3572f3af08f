import type { Channel } from '../../../../protocol/shared/choices';
import type { ConsentGiven, FormAnswer } from '../../../../protocol/settings/form';
import type { AgentId, DepartmentId, SiteId, TagId, VisitorId } from '../../../../protocol/schemas/ids';
import type { AgentInteraction } from '../../../../protocol/interactions/interactions';
import type { Message, Receipts } from '../../../../protocol/messages/messages';
import type { Captured, Department, FieldValues, Visitor } from '../../../../protocol/interactions/people';
import type { Rating } from '../../../../protocol/interactions/ratings';
import type { Interaction } from '../../domain/interactions/interaction-state';
import type { decide } from '../../domain/interactions/interaction';

/** An interaction with everything its readers need. */
export interface StoredInteraction {
  readonly interaction: Interaction;
  readonly revision: number;
  readonly protocolNumber: string;
  readonly siteName: string;
  readonly department: Department | null;
  readonly visitor: Visitor;
  readonly agentName: string;
  /** Address of the agent's own photo; empty where there is none. */
  readonly agentPhoto: string;
  readonly lastSequence: number;
  readonly pendingSince: number | null;
  readonly unreadCount: number;
  readonly lastPreview: AgentInteraction['lastPreview'];
  readonly receipts: Receipts;
  readonly captured: Captured;
  readonly tagIds: readonly TagId[];
  /** Custom field values of the interaction and of its visitor. */
  readonly fieldValues: FieldValues;
  readonly answers: readonly FormAnswer[];
  readonly consent: ConsentGiven | null;
  /** The visitor's rating [W4]. */
  readonly rating: Rating | null;
}

export interface NewInteraction {
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly departmentId: DepartmentId | null;
  readonly channel: Channel;
  readonly captured: Captured;
  /** Answers to the form [F2]; absent where none was asked. */
  readonly answers?: readonly FormAnswer[];
  readonly consent?: ConsentGiven | null;
}

/** Stored result of a transition: the interaction after it and the lines it wrote. */
export interface Transition {
  readonly stored: StoredInteraction;
  readonly lines: readonly Message[];
  /** The agent who held it before and does not any more. */
  readonly releasedBy: AgentId | null;
  /** True when this transition set `releasedBy` Offline, for too many missed in a row [R10]. */
  readonly isSentOffline: boolean;
  /** False when the command had already had its effect: nothing was written, and nobody is to be notified. */
  readonly hasChanged: boolean;
}

export interface ClosingDetails {
  readonly closingTag: string;
  readonly closingNote: string;
}

export type TransitionCommand = Exclude<Parameters<typeof decide>[1], { kind: 'assign' | 'transfer' }>;

export interface TransferRequest {
  /** Agent who holds the interaction, and transfers it. */
  readonly agentId: AgentId;
  readonly agentName: string;
  readonly to:
    | { readonly kind: 'agent'; readonly agentId: AgentId }
    | { readonly kind: 'department'; readonly departmentId: DepartmentId };
  /** Note for the team only; empty for none. */
  readonly note: string;
}

/** The two people of an interaction; no agent while it waits. */
export interface Participants {
  readonly visitorId: VisitorId;
  readonly agentId: AgentId | null;
}
