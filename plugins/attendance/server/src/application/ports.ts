import type {
  AgentInteraction,
  Captured,
  Channel,
  Department,
  FieldValues,
  Message,
  OfflineReason,
  PastInteraction,
  Presence,
  Receipts,
  Side,
  Visitor,
} from '../../../protocol/entities';
import type { ConsentGiven, FormAnswer } from '../../../protocol/form';
import type { Picture } from '../../../protocol/appearance';
import type { AgentId, DepartmentId, InteractionId, SiteId, TagId, VisitorId } from '../../../protocol/ids';
import type { AttachmentId } from '../../../protocol/attachments';
import type { ErrorCode } from '../../../protocol/errors';
import type { Rating } from '../../../protocol/ratings';
import type { AgentUpdate } from '../../../protocol/rest';
import type { TransferObstacle } from '../../../protocol/transfer';
import type { Page } from '../../../protocol/visitor-events';
import type { decide, Interaction } from '../domain/interaction';
import type { RungOut } from '../domain/ring';
import type { RoutingAgent, RoutingRequest } from '../domain/routing';

/** The one source of time: UTC milliseconds. Tests set it. */
export interface Clock {
  now(): number;
}

/** A refusal is a value; faults are exceptions. */
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      /** What is wrong with it, in English, where the code alone does not say it. */
      readonly reason?: string;
      /** Only where a call is refused for what its agent holds: how many must end first [M1]. */
      readonly mustEnd?: number;
      /** Only of a transfer [R15]: why not. */
      readonly obstacle?: TransferObstacle;
    };

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
  /** Of the interaction and of its visitor. */
  readonly fieldValues: FieldValues;
  readonly answers: readonly FormAnswer[];
  readonly consent: ConsentGiven | null;
  /** What the visitor says of it [W4]. */
  readonly rating: Rating | null;
}

export interface NewInteraction {
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly departmentId: DepartmentId | null;
  readonly channel: Channel;
  readonly captured: Captured;
  /** What the form was answered with [F2]; nothing where none was asked. */
  readonly answers?: readonly FormAnswer[];
  readonly consent?: ConsentGiven | null;
}

/** What a transition stored: the interaction after it and the lines it wrote. */
export interface Transition {
  readonly stored: StoredInteraction;
  readonly lines: readonly Message[];
  /** The agent who held it before and does not any more. */
  readonly releasedBy: AgentId | null;
  /** Whether `releasedBy` is Offline with this very transition, having missed too many in a row [R10]. */
  readonly isSentOffline: boolean;
  /** False when the command had already had its effect: nothing was written, nothing is to be told. */
  readonly hasChanged: boolean;
}

export interface ClosingDetails {
  readonly closingTag: string;
  readonly closingNote: string;
}

/** What is read of interactions, outside of any transaction. */
export interface InteractionReader {
  find(id: InteractionId): Promise<StoredInteraction | null>;
  findLive(siteId: SiteId, visitorId: VisitorId): Promise<StoredInteraction | null>;
  heldBy(agentId: AgentId): Promise<StoredInteraction[]>;
  /** What waits or is attended of a visitor, on any site; that the visitor ended it does not matter. */
  openOf(visitorId: VisitorId): Promise<StoredInteraction[]>;
  waiting(): Promise<StoredInteraction[]>;
  routingRequests(): Promise<RoutingRequest[]>;
  /** Ids of those whose visitor was away for too long. */
  overdue(now: number): Promise<InteractionId[]>;
  /** Ids of those whose call was asked for and not answered in time [M1]. */
  unansweredCalls(now: number): Promise<InteractionId[]>;
  /** Those that nobody opened before their ring ran out [R10], by longest wait. */
  rungOut(now: number): Promise<RungOut[]>;
  /** Whether this agent ever opened it. */
  wasOpenedBy(id: InteractionId, agentId: AgentId): Promise<boolean>;
  /** Earlier interactions of a visitor, without `current`, newest first. */
  history(visitorId: VisitorId, current: InteractionId, limit: number): Promise<PastInteraction[]>;
  /** Times of the assignments since then, ascending [R12]. */
  recentAssignments(since: number): Promise<number[]>;
}

/** The interactions: what is read of them, and what changes them, each in one short transaction. */
export interface InteractionStore extends InteractionReader {
  /** Starts one, or returns the live one of this visitor and site, which the database keeps unique [P3]. */
  start(
    request: NewInteraction,
    now: number,
  ): Promise<{ readonly stored: StoredInteraction; readonly isNew: boolean }>;
  /**
   * Decides and stores in one transaction; frees the capacity slots with the agent's end, and takes and frees those that
   * a call needs beside a chat's own [M1]. What is put back as missed counts against its agent, whom one too many sets
   * Offline at once: the room it frees is nobody's to give [R10].
   */
  transition(
    id: InteractionId,
    command: TransitionCommand,
    now: number,
    closing?: ClosingDetails,
  ): Promise<Outcome<Transition>>;
  /** Claims capacity and assigns, or changes nothing [R6]. */
  claim(id: InteractionId, agentId: AgentId, now: number): Promise<Outcome<Transition>>;
  /**
   * Hands it on [R15]: frees and claims in one transaction, or changes nothing, and `obstacle` says why. Whether an agent
   * is connected is read from the rows.
   */
  transfer(id: InteractionId, request: TransferRequest, now: number): Promise<Outcome<Transition>>;
  advanceWatermark(
    id: InteractionId,
    side: Side,
    mark: 'delivered' | 'read',
    sequence: number,
  ): Promise<Receipts | null>;
  /** Notes where the visitor is now; a page with another address writes a line for the agent. */
  recordPage(id: InteractionId, page: Page, now: number): Promise<Outcome<Transition>>;
  /** After a start of the service: nobody is connected, so every live visitor is away from now on. */
  markAllAway(persistenceMs: number, now: number): Promise<void>;
}

export type TransitionCommand = Exclude<Parameters<typeof decide>[1], { kind: 'assign' | 'transfer' }>;

export interface TransferRequest {
  /** Who holds it, and hands it on. */
  readonly agentId: AgentId;
  readonly agentName: string;
  readonly to:
    | { readonly kind: 'agent'; readonly agentId: AgentId }
    | { readonly kind: 'department'; readonly departmentId: DepartmentId };
  /** For the team only; empty for none. */
  readonly note: string;
}

export interface NewMessage {
  readonly interactionId: InteractionId;
  readonly clientMessageId: string;
  readonly body: string;
  /** Uploaded by the author for this interaction, and carried by no message yet; absent where there are none [C6]. */
  readonly attachmentIds?: readonly AttachmentId[];
  readonly author:
    | { readonly side: 'visitor'; readonly visitorId: VisitorId }
    | { readonly side: 'agent'; readonly agentId: AgentId; readonly agentName: string };
}

/** The two people of an interaction; no agent while it waits. */
export interface Participants {
  readonly visitorId: VisitorId;
  readonly agentId: AgentId | null;
}

export interface PostedMessage {
  readonly message: Message;
  readonly participants: Participants;
  /** False for a retry of what is stored already [C3]: nothing new is to be told. */
  readonly isNew: boolean;
}

/** The service's own heartbeat in the database, from which an outage is read [P4]. */
export interface SweepClock {
  /** Whether something is stored that becomes due by time alone; without it there is nothing to beat for. */
  hasDeadlines(): Promise<boolean>;
  /**
   * Notes that the service is there at `now`, while there are deadlines; else it writes nothing. A deadline during which the
   * service gave no sign of life for longer than a sweep ever takes is moved by that time, once, whoever beats first: nobody
   * could have come back meanwhile. Answers by how much, of the one that was moved furthest; 0 where none was.
   */
  beat(now: number): Promise<number>;
}

/** What is read of messages, outside of any transaction. */
export interface MessageReader {
  after(id: InteractionId, sequence: number, limit: number): Promise<MessagePage>;
  before(id: InteractionId, sequence: number, limit: number): Promise<MessagePage>;
}

export interface MessageStore extends MessageReader {
  /** Stores a message; resolves once it is on the disk [C2]. */
  post(message: NewMessage): Promise<Outcome<PostedMessage>>;
}

/** Ascending by sequence; bounded by number and by bytes, so it may hold fewer than were asked for. */
export interface MessagePage {
  readonly messages: Message[];
  /** Whether there is more in the direction asked. */
  readonly hasMore: boolean;
  readonly bytes: number;
}

/** An agent with the capacity that holds for them: their own, or the default of all [R2]. */
export interface StoredAgent {
  readonly id: AgentId;
  /** Their login; null for whom an import brought and no login of this Strapi is. */
  readonly userId: number | null;
  readonly publicName: string;
  readonly presence: Presence;
  readonly capacity: number;
  readonly channels: readonly Channel[];
  readonly departmentIds: readonly DepartmentId[];
  /** Why the service set them Offline, if it did. */
  readonly offlineReason: OfflineReason | null;
  /** The call that keeps this agent for itself [R8]. */
  readonly reservedFor: InteractionId | null;
}

/** An agent without any connection, since `lostAt` [R14]. */
export interface LostAgent {
  readonly id: AgentId;
  readonly publicName: string;
  readonly lostAt: number;
}

/** An admin user who may attend. */
export interface AttendingUser {
  readonly userId: number;
  readonly name: string;
}

/** An agent as an admin edits them. */
export interface AgentProfile extends StoredAgent {
  readonly version: number;
  readonly email: string;
  readonly photo: Picture | null;
  /** Null takes the default of all. */
  readonly ownCapacity: number | null;
  /** How many interactions they hold. */
  readonly openInteractions: number;
  /** Their admin user does not exist any more, or is not active. */
  readonly isUserGone: boolean;
  /** Expected, and not connected yet [Z141]. */
  readonly isNeverHere: boolean;
}

/** What is read of agents, outside of any transaction. */
export interface AgentReader {
  find(id: AgentId): Promise<StoredAgent | null>;
  /** Null for a user who has never connected as an agent. */
  findByUser(userId: number): Promise<StoredAgent | null>;
  profiles(): Promise<AgentProfile[]>;
  /** Addresses of all photos. */
  photos(): Promise<string[]>;
  /** Those Online, or still holding something, who are without connection. */
  lost(): Promise<LostAgent[]>;
  /** Those Offline who still hold something. */
  offlineHolders(): Promise<AgentId[]>;
  /** Whether anybody is Online who is connected, or was after `lostSince`. */
  isAnybodyAttending(lostSince: number): Promise<boolean>;
  /** Everybody Online, with what they hold; `isConnected` is the caller's knowledge. */
  routingAgents(isConnected: (id: AgentId) => boolean): Promise<RoutingAgent[]>;
}

/** The agents: what is read of them, and what changes them, each in one transaction. */
export interface AgentStore extends AgentReader {
  /** The agent behind an admin user who connects, made on the first call. */
  ensure(userId: number, publicName: string): Promise<StoredAgent>;
  /** Makes one for each of these who has none, so that an admin can set them before they first connect [Z141]. */
  expect(users: readonly AttendingUser[]): Promise<void>;
  /** Refused with `conflict` when somebody else changed it since `version` was read. */
  update(id: AgentId, update: AgentUpdate): Promise<Outcome<AgentProfile>>;
  /** The agent's own choice, or the service's with its reason. */
  setPresence(id: AgentId, presence: Presence, reason?: OfflineReason): Promise<void>;
  /** The last connection was lost, or one is there again. */
  setLost(id: AgentId, lostAt: number | null): Promise<void>;
  /** After a start of the service: nobody is connected. */
  markAllLost(now: number): Promise<void>;
  /** One was opened: the count of those missed in a row starts anew. */
  clearMissed(id: AgentId): Promise<void>;
  /** True when the agent was Online and unreserved and is now kept for this call [R8]. */
  reserve(id: AgentId, interactionId: InteractionId): Promise<boolean>;
  lapse(id: AgentId): Promise<void>;
}
