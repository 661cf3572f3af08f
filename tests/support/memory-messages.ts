import type { Message } from '../../plugins/attendance/protocol/entities';
import type {
  Clock,
  MessageStore,
  NewMessage,
  Outcome,
  PostedMessage,
} from '../../plugins/attendance/server/src/application/ports';
import { isLive } from '../../plugins/attendance/server/src/domain/interaction';
import { takePage } from '../../plugins/attendance/server/src/domain/transcript-page';
import { carry } from './memory-attachments';
import type { InteractionRecord, MemoryDatabase } from './memory-database';

/** The message store's promises kept in memory. A group of one is a group too. */
export function createMemoryMessageStore(database: MemoryDatabase, clock: Clock): MessageStore {
  const messagesOf = (id: NewMessage['interactionId']): readonly Message[] =>
    database.interactions.get(id)?.messages ?? [];
  return {
    post: async (message) => post(database, message, clock.now()),
    after: async (id, sequence, limit) => {
      const found = messagesOf(id).filter((message) => message.sequence > sequence);
      const { lines, ...page } = takePage(found, limit, bytesOf);
      return { ...page, messages: [...lines] };
    },
    before: async (id, sequence, limit) => {
      const found = messagesOf(id).filter((message) => message.sequence < sequence);
      const { lines, ...page } = takePage(found.reverse(), limit, bytesOf);
      return { ...page, messages: [...lines].reverse() };
    },
  };
}

function bytesOf(message: Message): number {
  return Buffer.byteLength(JSON.stringify(message));
}

function post(database: MemoryDatabase, message: NewMessage, now: number): Outcome<PostedMessage> {
  const record = database.interactions.get(message.interactionId);
  if (record === undefined || !isAuthorOf(record, message)) return { ok: false, code: 'not_found' };
  const { interaction, messages } = record;
  const participants = {
    visitorId: interaction.visitorId,
    agentId: 'agentId' in interaction ? interaction.agentId : null,
  };
  const { author, body, clientMessageId } = message;
  const same = messages.find((one) => one.side === author.side && one.clientMessageId === clientMessageId);
  if (same !== undefined && same.side !== 'system')
    return same.body === body && isSameList(message.attachmentIds, same.attachments)
      ? { ok: true, data: { message: same, participants, isNew: false } }
      : { ok: false, code: 'conflict' };
  if (!isLive(interaction)) return { ok: false, code: 'conflict' };
  const carried = carry(database, message);
  if (carried === null) return { ok: false, code: 'not_found' };
  const attachments = carried.length > 0 ? { attachments: carried } : {};
  const base = { sequence: messages.length + 1, sentAt: now, clientMessageId, body, ...attachments };
  const written: Message =
    author.side === 'visitor'
      ? { ...base, side: 'visitor' }
      : { ...base, side: 'agent', agentId: author.agentId, agentName: author.agentName };
  messages.push(written);
  record.interaction = { ...interaction, lastWriter: author.side };
  record.pendingSince = author.side === 'agent' ? null : (record.pendingSince ?? now);
  record.revision += 1;
  return { ok: true, data: { message: written, participants, isNew: true } };
}

function isSameList(ids: NewMessage['attachmentIds'] = [], stored: readonly { id: string }[] = []): boolean {
  return JSON.stringify(ids) === JSON.stringify(stored.map(({ id }) => id));
}

function isAuthorOf({ interaction }: InteractionRecord, { author }: NewMessage): boolean {
  if (author.side === 'visitor') return interaction.visitorId === author.visitorId;
  return 'agentId' in interaction && interaction.agentId === author.agentId;
}
