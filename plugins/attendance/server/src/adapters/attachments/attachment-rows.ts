import type { Attachment, AttachmentId } from '../../../../protocol/attachments/attachments';
import type { AttachmentKind } from '../../../../protocol/shared/attachment-kinds';
import type { StoredFile, Uploader } from '../../application/attachments/ports';
import type { AttachmentChange, NewAttachment, StoredAttachment } from '../../application/attachments/rows';
import type { AttachmentState } from '../../domain/attachments/attachment-state';
import { fromJson } from '../database/columns';
import type { Columns } from '../database/sql';

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
  state: AttachmentState;
  sequence: number | null;
}

export function toNewRow(
  { attachment, file, interactionId, key, personId, side, state, thumbnail }: NewAttachment,
  uploadedAt: number,
): Columns {
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
    thumbnail: jsonOf(thumbnail),
    state,
    uploaded_at: uploadedAt,
  };
}

export function toColumns({ file, retryAt, state, thumbnail }: AttachmentChange): Columns {
  return {
    state,
    ...(file !== undefined && { file: JSON.stringify(file) }),
    ...(thumbnail !== undefined && { thumbnail: jsonOf(thumbnail) }),
    ...(retryAt !== undefined && { retry_at: retryAt }),
  };
}

export function toStoredAttachment(row: AttachmentRow): StoredAttachment {
  return {
    interactionId: row.interaction_id as StoredAttachment['interactionId'],
    side: row.side,
    personId: row.person_id as StoredAttachment['personId'],
    attachment: toAttachment(row),
    key: row.encryption_key,
    file: fromJson<StoredFile>(row.file),
    thumbnail: row.thumbnail === null ? null : fromJson<StoredFile>(row.thumbnail),
    isPosted: row.sequence !== null,
    state: row.state,
  };
}

/** Returns the part of an attachment that its message shows. */
function toAttachment(row: AttachmentRow): Attachment {
  const { height, kind, mime, name, size, width } = row;
  const picture = width === null || height === null ? null : { width, height };
  return { id: row.public_id as AttachmentId, kind, name, mime, size, picture };
}

function jsonOf(file: StoredFile | null): string | null {
  return file === null ? null : JSON.stringify(file);
}
