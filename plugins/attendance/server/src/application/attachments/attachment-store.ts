import type { AttachmentId } from '../../../../protocol/attachments/attachments';
import { COUNTED_STATES, unpostedUntil } from '../../domain/attachments/attachment-state';
import type { Steps } from '../steps';
import type { Transactions } from '../transactions';
import type { AttachmentStore, StoredFile } from './ports';
import type { AttachmentReader, AttachmentTx } from './rows';

/** Creates the store of uploaded files' rows; each change is one transaction. */
export function createAttachmentStore(
  { transact }: Transactions<AttachmentTx>,
  reader: AttachmentReader,
): AttachmentStore {
  return {
    uploadedBy: (uploader) => reader.uploadedBy(uploader, COUNTED_STATES),
    usedBytes: reader.usedBytes,
    begin: (kept, now) => transact((tx) => tx.attachments.insert({ ...kept, state: 'begun' }, now)),
    finish: (id, file, thumbnail) => transact((tx) => finish(tx, id, file, thumbnail)),
    find: async (id) => {
      const stored = await reader.find(id);
      if (stored?.state !== 'ready') return null;
      const { state: _, ...kept } = stored;
      return kept;
    },
    abandon: (id) => transact((tx) => tx.attachments.update(id, { state: 'abandoned' })),
    removable: (now, limit) =>
      reader.removable({ state: 'abandoned', unpostedUntil: unpostedUntil(now), now }, limit),
    removed: (id) => transact((tx) => tx.attachments.delete(id)),
    keepUntil: (id, retryAt) => transact((tx) => tx.attachments.update(id, { state: 'abandoned', retryAt })),
  };
}

/** Makes a file ready, but for one that was given up meanwhile. */
function* finish(
  { attachments }: AttachmentTx,
  id: AttachmentId,
  file: StoredFile,
  thumbnail: StoredFile | null,
): Steps<void> {
  const stored = yield* attachments.lock(id);
  if (stored?.state === 'begun') yield* attachments.update(id, { state: 'ready', file, thumbnail });
}
