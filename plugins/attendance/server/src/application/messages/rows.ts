import type { AttachmentRows } from '../attachments/rows';
import type { InteractionRows, LineRows } from '../interactions/rows';
import type { Message } from '../../../../protocol/messages/messages';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { Steps } from '../steps';

/** A message that a person wrote. */
export type WrittenMessage = Exclude<Message, { side: 'system' }>;

export interface MessageRows extends LineRows {
  /** Inserts a message unless one of this side with its client message id is there; returns whether it was inserted. */
  insert(interactionId: InteractionId, message: WrittenMessage): Steps<boolean>;
  /** The stored message of this side with this client message id. */
  find(interactionId: InteractionId, side: Side, clientMessageId: string): Steps<WrittenMessage | null>;
}

/** Rows of a transaction that stores a message. */
export interface MessageTx {
  readonly interactions: Pick<InteractionRows, 'advance' | 'lockHead'>;
  readonly messages: MessageRows;
  readonly attachments: Pick<AttachmentRows, 'find' | 'setSequence'>;
}
