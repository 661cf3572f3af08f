import type {
  AttachmentReader,
  AttachmentRows,
} from '../../../../plugins/attendance/server/src/application/attachments/rows';
import type { AttachmentRecord, MemoryDatabase } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns uploaded files as rows in memory. */
export function attachmentRows({ attachments }: MemoryDatabase): AttachmentRows {
  return {
    *find(ids) {
      return ids.flatMap((id) => attachments.get(id)?.stored ?? []);
    },
    *lock(id) {
      return attachments.get(id)?.stored ?? null;
    },
    *insert(attachment, uploadedAt) {
      const stored = { ...attachment, isPosted: false };
      attachments.set(attachment.attachment.id, { stored, retryAt: null, uploadedAt });
    },
    *update(id, { retryAt, ...change }) {
      const record = attachments.get(id);
      if (record === undefined) return;
      record.stored = { ...record.stored, ...change };
      record.retryAt = retryAt ?? record.retryAt;
    },
    *setSequence(ids) {
      for (const id of ids) {
        const record = attachments.get(id);
        if (record !== undefined) record.stored = { ...record.stored, isPosted: true };
      }
    },
    *delete(id) {
      attachments.delete(id);
    },
  };
}

/** Returns the queries of uploaded files on rows in memory. */
export function attachmentReader({ attachments, interactions }: MemoryDatabase): AttachmentReader {
  const bytesOf = (records: readonly AttachmentRecord[]): number =>
    records.reduce((sum, { stored }) => sum + stored.attachment.size, 0);
  return {
    find: async (id) => attachments.get(id)?.stored ?? null,
    uploadedBy: async ({ interactionId, personId, side }, states) => {
      const own = [...attachments.values()].filter(
        ({ stored: one }) =>
          one.interactionId === interactionId &&
          one.side === side &&
          one.personId === personId &&
          states.includes(one.state),
      );
      return { count: own.length, bytes: bytesOf(own) };
    },
    usedBytes: async () => bytesOf([...attachments.values()]),
    removable: async ({ now, state, unpostedUntil }, limit) =>
      [...attachments.values()]
        .filter(
          ({ retryAt, stored, uploadedAt }) =>
            (retryAt === null || retryAt <= now) &&
            (stored.state === state ||
              !interactions.has(stored.interactionId) ||
              (!stored.isPosted && uploadedAt <= unpostedUntil)),
        )
        .slice(0, limit)
        .map(({ stored: { attachment, file, thumbnail } }) => ({
          id: attachment.id,
          files: thumbnail === null ? [file] : [file, thumbnail],
        })),
  };
}
