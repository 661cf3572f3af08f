import type { Attachment, AttachmentId } from '../../../../protocol/attachments/attachments';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { NewMessage } from '../messages/ports';
import type { Steps } from '../steps';

export interface AttachmentRows {
  /** Those of these files that are ready, were uploaded by this author for this interaction, and are in no message yet. */
  findFree(
    ids: readonly AttachmentId[],
    interactionId: InteractionId,
    author: NewMessage['author'],
  ): Steps<Attachment[]>;
  /** Puts the files into the message with this sequence. */
  setSequence(ids: readonly AttachmentId[], sequence: number): Steps<void>;
}
