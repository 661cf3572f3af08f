import type { OfflineMessage } from '../../../../plugins/attendance/protocol/messages/offline-messages';
import type { OfflineMessageId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { OfflineMessageRows } from '../../../../plugins/attendance/server/src/application/offline-messages/rows';
import type { MemoryDatabase } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns offline messages as rows in memory. */
export function offlineMessageRows({ offlineMessages, sites }: MemoryDatabase): OfflineMessageRows {
  return {
    *insert(message, leftAt) {
      const id = (offlineMessages.size + 1) as OfflineMessageId;
      const siteName = sites.get(message.siteId) ?? '';
      const untaken: Pick<OfflineMessage, 'status' | 'takenBy'> = { status: 'open', takenBy: null };
      offlineMessages.set(id, { ...message, ...untaken, id, siteName, leftAt });
      return id;
    },
    *lock(id) {
      return offlineMessages.get(id) ?? null;
    },
    *update(id, change) {
      const message = offlineMessages.get(id);
      if (message !== undefined) offlineMessages.set(id, { ...message, ...change });
    },
  };
}
