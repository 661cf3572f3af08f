import { createAttachmentStore } from '../../../plugins/attendance/server/src/application/attachments/attachment-store';
import type { AttachmentStore } from '../../../plugins/attendance/server/src/application/attachments/ports';
import type { MemoryDatabase } from './memory-database';
import { attachmentReader } from './rows/memory-attachment-rows';
import { memoryTransactions } from './rows/memory-tx';

/** Returns the attachment store of the application on rows in memory. */
export function createMemoryAttachmentStore(database: MemoryDatabase): AttachmentStore {
  return createAttachmentStore(memoryTransactions(database), attachmentReader(database));
}
