import type { OfflineMessageReader } from '../../application/offline-messages/offline-messages';
import type { SqlReader } from '../database/sql';
import {
  SELECT_OFFLINE_MESSAGES,
  toOfflineMessage,
  type OfflineMessageColumns,
} from './offline-message-table';

const LIST_MAX = 200;
const UNANSWERED = `${SELECT_OFFLINE_MESSAGES} WHERE o.status <> 'answered' ORDER BY o.left_at LIMIT ${LIST_MAX}`;

/** Reads offline messages outside a transaction. */
export function createOfflineMessageReader(reader: SqlReader): OfflineMessageReader {
  return {
    unanswered: async () => (await reader.rows<OfflineMessageColumns>(UNANSWERED)).map(toOfflineMessage),
  };
}
