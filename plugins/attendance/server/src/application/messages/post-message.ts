import type { MessageTx } from './rows';
import type { Attachment, AttachmentId } from '../../../../protocol/attachments/attachments';
import { isFree } from '../../domain/attachments/attachment-state';
import { isClosed, isParticipant, pendingAfter } from '../../domain/messages/message';
import type { Steps } from '../steps';
import type { InteractionHead } from '../interactions/rows';
import type { NewMessage, PostedMessage } from './ports';
import type { Outcome } from '../outcome';
import type { WrittenMessage } from './rows';

const NOT_FOUND = { ok: false, code: 'not_found' } as const;
const NO_FILES: readonly AttachmentId[] = [];

/**
 * Writes a message with the next sequence of its interaction. A retry returns what is stored, after the end too; another text
 * under the same client message id is a conflict, and so is any new one after the end [C2, C3].
 */
export function* postMessage(tx: MessageTx, message: NewMessage, now: number): Steps<Outcome<PostedMessage>> {
  const { author, clientMessageId, interactionId } = message;
  const head = yield* tx.interactions.lockHead(interactionId);
  if (head === null || !isParticipant(head, author)) return NOT_FOUND;
  if (isClosed(head)) return yield* repeated(tx, message, head);
  const ids = message.attachmentIds === undefined ? NO_FILES : [...new Set(message.attachmentIds)];
  // The insert itself finds a retry; files are taken before it, so with files it is looked for first.
  if (ids.length > 0 && (yield* tx.messages.find(interactionId, author.side, clientMessageId)) !== null)
    return yield* repeated(tx, message, head);
  const attachments = ids.length > 0 ? yield* takeFree(tx, message, ids) : [];
  if (attachments === null) return NOT_FOUND;
  const sequence = head.lastSequence + 1;
  const written = toWritten(message, attachments, sequence, now);
  if (!(yield* tx.messages.insert(interactionId, written))) return yield* repeated(tx, message, head);
  if (ids.length > 0) yield* tx.attachments.setSequence(ids, sequence);
  yield* tx.interactions.advance(interactionId, {
    lastSequence: sequence,
    lastWriter: author.side,
    pendingSince: pendingAfter(head.pendingSince, author.side, now),
  });
  return { ok: true, data: { message: written, participants: participantsOf(head), isNew: true } };
}

/** Returns the stored message where the same is there already. */
function* repeated(tx: MessageTx, message: NewMessage, head: InteractionHead): Steps<Outcome<PostedMessage>> {
  const { attachmentIds, author, body, clientMessageId, interactionId } = message;
  const stored = yield* tx.messages.find(interactionId, author.side, clientMessageId);
  if (stored === null || stored.body !== body || !isSameList(attachmentIds, stored.attachments))
    return { ok: false, code: 'conflict' };
  return { ok: true, data: { message: stored, participants: participantsOf(head), isNew: false } };
}

/** The files in the order of the message; null where one of them is not free. */
function* takeFree(
  tx: MessageTx,
  { author, interactionId }: NewMessage,
  ids: readonly AttachmentId[],
): Steps<Attachment[] | null> {
  const stored = yield* tx.attachments.find(ids);
  const free = new Map(
    stored
      .filter((file) => isFree(file, interactionId, author))
      .map(({ attachment }) => [attachment.id, attachment]),
  );
  const taken = ids.flatMap((id) => free.get(id) ?? []);
  return taken.length === ids.length ? taken : null;
}

function isSameList(ids: readonly AttachmentId[] = [], stored: readonly Attachment[] = []): boolean {
  const wanted = [...new Set(ids)];
  return wanted.length === stored.length && wanted.every((id, index) => stored[index]?.id === id);
}

function toWritten(
  { author, body, clientMessageId }: NewMessage,
  files: Attachment[],
  sequence: number,
  sentAt: number,
): WrittenMessage {
  const written: WrittenMessage =
    author.side === 'visitor'
      ? { sequence, sentAt, clientMessageId, body, side: 'visitor' }
      : {
          ...{ sequence, sentAt, clientMessageId, body },
          side: 'agent',
          agentId: author.agentId,
          agentName: author.agentName,
        };
  return files.length === 0 ? written : { ...written, attachments: files };
}

function participantsOf({ agentId, visitorId }: InteractionHead): PostedMessage['participants'] {
  return { visitorId, agentId };
}
