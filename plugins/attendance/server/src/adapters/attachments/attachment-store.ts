import type { Attachment, AttachmentId } from '../../../../protocol/attachments/attachments';
import type { AttachmentKind } from '../../../../protocol/shared/attachment-kinds';
import { LIMITS } from '../../../../protocol/shared/limits';
import type {
  AttachmentStore,
  KeptAttachment,
  StoredFile,
  Uploader,
} from '../../application/attachments/ports';
import type { Parameter, SqlDatabase } from '../database/sql';
import { fromJson } from '../database/columns';
import { TABLE } from '../database/tables';

export interface AttachmentRow {
  public_id: string;
  interaction_id: number;
  side: Uploader['side'];
  person_id: number;
  kind: AttachmentKind;
  name: string;
  mime: string;
  size: number;
  width: number | null;
  height: number | null;
  encryption_key: string;
  file: string | StoredFile;
  thumbnail: string | StoredFile | null;
  state: 'begun' | 'ready' | 'abandoned';
  sequence: number | null;
}

export function createAttachmentStore({ rows: read, transact }: SqlDatabase): AttachmentStore {
  const run = (text: string, ...parameters: Parameter[]): Promise<number> =>
    transact((sql) => sql.run(text, ...parameters));
  return {
    uploadedBy: async ({ interactionId, personId, side }) => {
      const [row] = await read<{ count: number; bytes: number | null }>(
        `SELECT count(*) AS count, sum(size) AS bytes FROM ${TABLE.attachments}
         WHERE interaction_id = ? AND side = ? AND person_id = ? AND state <> 'abandoned'`,
        interactionId,
        side,
        personId,
      );
      return { count: Number(row?.count ?? 0), bytes: Number(row?.bytes ?? 0) };
    },
    usedBytes: async () => {
      const [row] = await read<{ bytes: number | null }>(
        `SELECT sum(size) AS bytes FROM ${TABLE.attachments}`,
      );
      return Number(row?.bytes ?? 0);
    },
    begin: async (kept, now) => {
      await transact((sql) => sql.insert(TABLE.attachments, toRow(kept, now)));
    },
    finish: async (id, file, thumbnail) => {
      await run(
        `UPDATE ${TABLE.attachments} SET state = 'ready', file = ?, thumbnail = ? WHERE public_id = ? AND state = 'begun'`,
        JSON.stringify(file),
        thumbnail === null ? null : JSON.stringify(thumbnail),
        id,
      );
    },
    find: async (id) => {
      const [row] = await read<AttachmentRow>(
        `SELECT * FROM ${TABLE.attachments} WHERE public_id = ? AND state = 'ready'`,
        id,
      );
      return row === undefined ? null : toKept(row);
    },
    abandon: async (id) => {
      await run(`UPDATE ${TABLE.attachments} SET state = 'abandoned' WHERE public_id = ?`, id);
    },
    removable: async (now, limit) => {
      const rows = await read<AttachmentRow>(
        `SELECT a.* FROM ${TABLE.attachments} a LEFT JOIN ${TABLE.interactions} i ON i.id = a.interaction_id
         WHERE (a.retry_at IS NULL OR a.retry_at <= ?)
           AND (a.state = 'abandoned' OR i.id IS NULL OR (a.sequence IS NULL AND a.uploaded_at <= ?))
         ORDER BY a.id LIMIT ?`,
        now,
        now - LIMITS.attachmentUnpostedMs,
        limit,
      );
      return rows.map((row) => ({
        id: row.public_id as AttachmentId,
        files: [row.file, row.thumbnail].flatMap((file) =>
          file === null ? [] : [fromJson<StoredFile>(file)],
        ),
      }));
    },
    removed: async (id) => {
      await run(`DELETE FROM ${TABLE.attachments} WHERE public_id = ?`, id);
    },
    keepUntil: async (id, retryAt) => {
      await run(
        `UPDATE ${TABLE.attachments} SET state = 'abandoned', retry_at = ? WHERE public_id = ?`,
        retryAt,
        id,
      );
    },
  };
}

function toRow(
  { attachment, file, interactionId, key, personId, side, thumbnail }: Omit<KeptAttachment, 'isPosted'>,
  now: number,
) {
  return {
    public_id: attachment.id,
    interaction_id: interactionId,
    side,
    person_id: personId,
    kind: attachment.kind,
    name: attachment.name,
    mime: attachment.mime,
    size: attachment.size,
    width: attachment.picture?.width ?? null,
    height: attachment.picture?.height ?? null,
    encryption_key: key,
    file: JSON.stringify(file),
    thumbnail: thumbnail === null ? null : JSON.stringify(thumbnail),
    state: 'begun',
    uploaded_at: now,
  };
}

/** Returns the part of an attachment that its message shows. */
export function toAttachment(row: AttachmentRow): Attachment {
  const { height, kind, mime, name, size, width } = row;
  const picture = width === null || height === null ? null : { width, height };
  return { id: row.public_id as AttachmentId, kind, name, mime, size, picture };
}

function toKept(row: AttachmentRow): KeptAttachment {
  return {
    interactionId: row.interaction_id as KeptAttachment['interactionId'],
    side: row.side,
    personId: row.person_id as KeptAttachment['personId'],
    attachment: toAttachment(row),
    key: row.encryption_key,
    file: fromJson<StoredFile>(row.file),
    thumbnail: row.thumbnail === null ? null : fromJson<StoredFile>(row.thumbnail),
    isPosted: row.sequence !== null,
  };
}
