import type { AttachmentId } from '../../../../protocol/attachments/attachments';
import type { AgentId, InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Message } from '../../../../protocol/messages/messages';
import type { Participants } from '../interactions/stored-interaction';
import type { Outcome } from '../outcome';

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

export interface PostedMessage {
  readonly message: Message;
  readonly participants: Participants;
  /** False for a retry of a stored message [C3]: nobody is to be notified. */
  readonly isNew: boolean;
}

/** Reads messages outside a transaction. */
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
  /** True when there are more in the requested direction. */
  readonly hasMore: boolean;
  readonly bytes: number;
}
