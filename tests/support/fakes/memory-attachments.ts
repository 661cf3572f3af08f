import type { AttachmentId } from '../../../plugins/attendance/protocol/attachments/attachments';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type {
  AttachmentStore,
  KeptAttachment,
  Uploader,
} from '../../../plugins/attendance/server/src/application/attachments/ports';
import type { MemoryDatabase } from './memory-database';

export interface AttachmentRecord {
  kept: KeptAttachment;
  state: 'begun' | 'ready' | 'abandoned';
  retryAt: number;
  readonly uploadedAt: number;
}

/** Returns an attachment store that keeps the port's promises in memory. */
export function createMemoryAttachmentStore({ attachments, interactions }: MemoryDatabase): AttachmentStore {
  const change = (id: AttachmentId, changes: Partial<AttachmentRecord>): void => {
    const record = attachments.get(id);
    if (record !== undefined) Object.assign(record, changes);
  };
  return {
    uploadedBy: async (uploader) => {
      const own = [...attachments.values()].filter(
        ({ kept, state }) => state !== 'abandoned' && isBy(kept, uploader),
      );
      return { count: own.length, bytes: own.reduce((sum, { kept }) => sum + kept.attachment.size, 0) };
    },
    usedBytes: async () => [...attachments.values()].reduce((sum, { kept }) => sum + kept.attachment.size, 0),
    begin: async (kept, now) => {
      const record = {
        kept: { ...kept, isPosted: false },
        state: 'begun',
        retryAt: 0,
        uploadedAt: now,
      } as const;
      attachments.set(kept.attachment.id, { ...record });
    },
    finish: async (id, file, thumbnail) => {
      const record = attachments.get(id);
      if (record?.state === 'begun')
        change(id, { state: 'ready', kept: { ...record.kept, file, thumbnail } });
    },
    find: async (id) => {
      const record = attachments.get(id);
      return record?.state === 'ready' ? record.kept : null;
    },
    abandon: async (id) => change(id, { state: 'abandoned' }),
    removable: async (now, limit) =>
      [...attachments.values()]
        .filter(
          ({ kept, retryAt, state, uploadedAt }) =>
            retryAt <= now &&
            (state === 'abandoned' ||
              !interactions.has(kept.interactionId) ||
              (!kept.isPosted && uploadedAt <= now - LIMITS.attachmentUnpostedMs)),
        )
        .slice(0, limit)
        .map(({ kept: { attachment, file, thumbnail } }) => ({
          id: attachment.id,
          files: thumbnail === null ? [file] : [file, thumbnail],
        })),
    removed: async (id) => void attachments.delete(id),
    keepUntil: async (id, retryAt) => change(id, { state: 'abandoned', retryAt }),
  };
}

function isBy(kept: Uploader, { interactionId, personId, side }: Uploader): boolean {
  return kept.interactionId === interactionId && kept.side === side && kept.personId === personId;
}
