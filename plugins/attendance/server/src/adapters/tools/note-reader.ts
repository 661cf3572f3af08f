import type { NoteReader } from '../../application/tools/tools';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';
import { toNote, type NoteRow } from './note-table';

/** Reads notes outside a transaction. */
export function createNoteReader(reader: SqlReader): NoteReader {
  return {
    of: async (interactionId) => {
      const sql = `SELECT * FROM ${TABLE.notes} WHERE interaction_id = ? ORDER BY written_at, id`;
      return (await reader.rows<NoteRow>(sql, interactionId)).map(toNote);
    },
  };
}
