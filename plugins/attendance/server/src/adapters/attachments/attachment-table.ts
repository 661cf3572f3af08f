import type { CarriedFileRows } from '../../application/messages/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';
import { toAttachment, type AttachmentRow } from './attachment-store';

export function attachmentTable(sql: Sql): CarriedFileRows {
  return {
    *findFree(ids, interactionId, author) {
      const rows = yield* sql.rows<AttachmentRow>(
        `SELECT * FROM ${TABLE.attachments} WHERE public_id IN (${ids.map(() => '?').join(', ')})
           AND interaction_id = ? AND side = ? AND person_id = ? AND state = 'ready' AND sequence IS NULL`,
        ...ids,
        interactionId,
        author.side,
        author.side === 'visitor' ? author.visitorId : author.agentId,
      );
      return rows.map(toAttachment);
    },
    *setSequence(ids, sequence) {
      const text = `UPDATE ${TABLE.attachments} SET sequence = ? WHERE public_id = ?`;
      for (const id of ids) yield* sql.run(text, sequence, id);
    },
  };
}
