import type { AttachmentReader } from '../../application/attachments/rows';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';
import { toStoredAttachment, type AttachmentRow } from './attachment-rows';

/** Reads uploaded files outside a transaction. */
export function createAttachmentReader({ rows }: SqlReader): AttachmentReader {
  return {
    find: async (id) => {
      const [row] = await rows<AttachmentRow>(`SELECT * FROM ${TABLE.attachments} WHERE public_id = ?`, id);
      return row === undefined ? null : toStoredAttachment(row);
    },
    uploadedBy: async ({ interactionId, personId, side }, states) => {
      const [row] = await rows<{ count: number; bytes: number | null }>(
        `SELECT count(*) AS count, sum(size) AS bytes FROM ${TABLE.attachments}
         WHERE interaction_id = ? AND side = ? AND person_id = ? AND state IN (${states.map(() => '?').join(', ')})`,
        interactionId,
        side,
        personId,
        ...states,
      );
      return { count: Number(row?.count ?? 0), bytes: Number(row?.bytes ?? 0) };
    },
    usedBytes: async () => {
      const [row] = await rows<{ bytes: number | null }>(
        `SELECT sum(size) AS bytes FROM ${TABLE.attachments}`,
      );
      return Number(row?.bytes ?? 0);
    },
    removable: async ({ now, state, unpostedUntil }, limit) => {
      const found = await rows<AttachmentRow>(
        `SELECT a.* FROM ${TABLE.attachments} a LEFT JOIN ${TABLE.interactions} i ON i.id = a.interaction_id
         WHERE (a.retry_at IS NULL OR a.retry_at <= ?)
           AND (a.state = ? OR i.id IS NULL OR (a.sequence IS NULL AND a.uploaded_at <= ?))
         ORDER BY a.id LIMIT ?`,
        now,
        state,
        unpostedUntil,
        limit,
      );
      return found.map(toStoredAttachment).map(({ attachment, file, thumbnail }) => ({
        id: attachment.id,
        files: thumbnail === null ? [file] : [file, thumbnail],
      }));
    },
  };
}
