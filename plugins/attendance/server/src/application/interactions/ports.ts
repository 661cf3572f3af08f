import type { AgentId, InteractionId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { PastInteraction } from '../../../../protocol/interactions/interactions';
import type { Receipts } from '../../../../protocol/messages/messages';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { Page } from '../../../../protocol/wire/visitor-events';
import type { RungOut } from '../../domain/routing/ring';
import type { RoutingRequest } from '../../domain/routing/routing';
import type { Outcome } from '../outcome';
import type {
  ClosingDetails,
  NewInteraction,
  StoredInteraction,
  TransferRequest,
  Transition,
  TransitionCommand,
} from './stored-interaction';

/** Reads interactions outside a transaction. */
export interface InteractionReader {
  find(id: InteractionId): Promise<StoredInteraction | null>;
  findLive(siteId: SiteId, visitorId: VisitorId): Promise<StoredInteraction | null>;
  heldBy(agentId: AgentId): Promise<StoredInteraction[]>;
  /** Lists a visitor's waiting and assigned interactions, on any site, whether or not the visitor ended their side. */
  openOf(visitorId: VisitorId): Promise<StoredInteraction[]>;
  waiting(): Promise<StoredInteraction[]>;
  routingRequests(): Promise<RoutingRequest[]>;
  /** Ids of those whose visitor was away for too long. */
  overdue(now: number): Promise<InteractionId[]>;
  /** Lists interactions whose call was asked for and not answered in time [M1]. */
  unansweredCalls(now: number): Promise<InteractionId[]>;
  /** Lists interactions that nobody opened before their ring ran out [R10], longest wait first. */
  rungOut(now: number): Promise<RungOut[]>;
  /** Resolves to whether this agent ever opened it. */
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
   * Transfers an interaction [R15]: frees and claims in one transaction, or changes nothing, with the reason in `obstacle`. Whether an agent is
   * connected is read from the rows.
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
  /** Marks every live visitor as away, after a start of the service, when nobody is connected. */
  markAllAway(persistenceMs: number, now: number): Promise<void>;
}
