import type { Database } from 'better-sqlite3';

import type { Attachment, AttachmentId } from '../../../../protocol/attachments';
import type { NewMessage } from '../../application/ports';
import { execute, rowsIn } from '../sqlite-connection';
import { TABLE } from '../tables';
import { toAttachment, type AttachmentRow } from './attachment-store';

/**
 * The files that a message is to carry, in its order; null where one of them is not there, not this person's, or carried by
 * another message already. Inside of the transaction that writes the message.
 */
export function findCarried(connection: Database, message: NewMessage): Attachment[] | null {
  const { attachmentIds = [], author, interactionId } = message;
  const ids = [...new Set(attachmentIds)];
  const rows = rowsIn<AttachmentRow>(
    connection,
    `SELECT * FROM ${TABLE.attachments} WHERE public_id IN (${ids.map(() => '?').join(', ')})
       AND interaction_id = ? AND side = ? AND person_id = ? AND state = 'ready' AND sequence IS NULL`,
    ...ids,
    interactionId,
    author.side,
    author.side === 'visitor' ? author.visitorId : author.agentId,
  );
  const found = new Map(rows.map((row) => [row.public_id, toAttachment(row)]));
  const carried = ids.flatMap((id) => found.get(id) ?? []);
  return carried.length === ids.length ? carried : null;
}

/** From now on they are the message's. */
export function markCarried(connection: Database, carried: readonly Attachment[], sequence: number): void {
  for (const { id } of carried)
    execute(connection, `UPDATE ${TABLE.attachments} SET sequence = ? WHERE public_id = ?`, sequence, id);
}

export function isSameList(ids: readonly AttachmentId[] = [], stored: readonly Attachment[] = []): boolean {
  const wanted = [...new Set(ids)];
  return wanted.length === stored.length && wanted.every((id, index) => stored[index]?.id === id);
}
