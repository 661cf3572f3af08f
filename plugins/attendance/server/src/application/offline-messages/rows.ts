import type { OfflineMessage } from '../../../../protocol/messages/offline-messages';
import type { OfflineMessageId } from '../../../../protocol/schemas/ids';
import type { NewOfflineMessage } from './offline-messages';
import type { Steps } from '../steps';

export interface OfflineMessageChange extends Pick<OfflineMessage, 'status' | 'takenBy'> {
  /** Null while it is not answered. */
  readonly answeredAt: number | null;
}

export interface OfflineMessageRows {
  /** Inserts a message that nobody has taken yet. */
  insert(message: NewOfflineMessage, leftAt: number): Steps<OfflineMessageId>;
  /** Reads a message that is about to be written; null where there is none. */
  lock(id: OfflineMessageId): Steps<OfflineMessage | null>;
  update(id: OfflineMessageId, change: OfflineMessageChange): Steps<void>;
}

/** Rows of a transaction that changes messages left while nobody attended. */
export interface OfflineMessageTx {
  readonly offlineMessages: OfflineMessageRows;
}
