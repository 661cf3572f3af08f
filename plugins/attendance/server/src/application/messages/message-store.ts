import type { MessageTx } from './rows';
import type { Transactions } from '../transactions';
import type { Clock } from '../clock';
import type { MessageReader, MessageStore } from './ports';
import { postMessage } from './post-message';

/** The messages of all interactions: what is read, and what is posted. */
export function createMessageStore(
  database: Transactions<MessageTx>,
  reader: MessageReader,
  clock: Clock,
): MessageStore {
  return {
    ...reader,
    // The time is that of the transaction: within an interaction, times rise with the sequence.
    post: (message) => database.transact((tx) => postMessage(tx, message, clock.now())),
  };
}
