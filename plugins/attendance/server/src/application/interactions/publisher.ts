import type { Message, Receipts } from '../../../../protocol/messages/messages';
import type { OfflineMessage } from '../../../../protocol/messages/offline-messages';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { Participants, StoredInteraction, Transition } from './stored-interaction';

/** Id of a connection, one tab of one person; use cases only pass it on. */
export type ConnectionId = string;

/** Tells the people concerned what was committed. Called after COMMIT only; it cannot fail what was done. */
export interface Publisher {
  transitioned(transition: Transition): void;
  /** Notifies both sides of a message, except `from`, the connection that posted it: it gets its own message with the acknowledgement. */
  messagePosted(id: InteractionId, participants: Participants, message: Message, from?: ConnectionId): void;
  /** Fields of the visitor changed: every tab of the agent sees them. */
  visitorChanged(stored: StoredInteraction): void;
  /** Notifies the visitor that their agent has been without connection for long, or is back [R14]. */
  agentPresenceSeen(stored: StoredInteraction): void;
  /** An outage moved what is due by: those who see it count down to another time [P4]. */
  deadlinesMoved(stored: StoredInteraction): void;
  receiptAdvanced(stored: StoredInteraction, side: Side, receipts: Receipts): void;
  typingChanged(stored: StoredInteraction, side: Side, isTyping: boolean): void;
  /** The interaction left this agent's list. */
  removed(agentId: AgentId, interactionId: InteractionId, reason: 'ended' | 'reassigned'): void;
  /** Somebody came to wait, or stopped waiting. */
  queueChanged(): void;
  offlineMessageChanged(message: OfflineMessage): void;
}
