import type { AttachmentRows } from '../../application/attachments/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';
import { toColumns, toNewRow, toStoredAttachment, type AttachmentRow } from './attachment-rows';

const SELECT = `SELECT a.* FROM ${TABLE.attachments} a`;

export function attachmentTable(sql: Sql): AttachmentRows {
  return {
    *find(ids) {
      const text = `${SELECT} WHERE a.public_id IN (${ids.map(() => '?').join(', ')})`;
      return (yield* sql.rows<AttachmentRow>(text, ...ids)).map(toStoredAttachment);
    },
    *lock(id) {
      const row = yield* sql.lock<AttachmentRow>('a', `${SELECT} WHERE a.public_id = ?`, id);
      return row === undefined ? null : toStoredAttachment(row);
    },
    *insert(attachment, uploadedAt) {
      yield* sql.insert(TABLE.attachments, toNewRow(attachment, uploadedAt));
    },
    *update(id, change) {
      const columns = toColumns(change);
      const assignments = Object.keys(columns).map((name) => `${name} = ?`);
      const text = `UPDATE ${TABLE.attachments} SET ${assignments.join(', ')} WHERE public_id = ?`;
      yield* sql.run(text, ...Object.values(columns), id);
    },
    *setSequence(ids, sequence) {
      const text = `UPDATE ${TABLE.attachments} SET sequence = ? WHERE public_id = ?`;
      for (const id of ids) yield* sql.run(text, sequence, id);
    },
    *delete(id) {
      yield* sql.run(`DELETE FROM ${TABLE.attachments} WHERE public_id = ?`, id);
    },
  };
}
