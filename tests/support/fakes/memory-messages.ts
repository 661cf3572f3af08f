import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { createMessageStore } from '../../../plugins/attendance/server/src/application/messages/message-store';
import type { Clock } from '../../../plugins/attendance/server/src/application/clock';
import type {
  MessageReader,
  MessageStore,
} from '../../../plugins/attendance/server/src/application/messages/ports';
import { takePage } from '../../../plugins/attendance/server/src/domain/messages/transcript-page';
import type { MemoryDatabase } from './memory-database';
import { memoryTransactions } from './rows/memory-tx';

/** Returns the real message store on rows in memory. */
export function createMemoryMessageStore(database: MemoryDatabase, clock: Clock): MessageStore {
  return createMessageStore(memoryTransactions(database), createMemoryMessageReader(database), clock);
}

function createMemoryMessageReader(database: MemoryDatabase): MessageReader {
  const messagesOf = (id: InteractionId): readonly Message[] => database.interactions.get(id)?.messages ?? [];
  return {
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
