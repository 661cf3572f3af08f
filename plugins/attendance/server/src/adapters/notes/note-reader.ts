import type { Knex } from 'knex';

import type { NoteReader } from '../../application/tools';
import { rowsOf } from '../sqlite-connection';
import { TABLE } from '../tables';
import { toNote, type NoteRow } from './note-table';

/** What is read of notes, outside of any transaction of theirs. */
export function createNoteReader(knex: Knex): NoteReader {
  return {
    of: async (interactionId) => {
      const sql = `SELECT * FROM ${TABLE.notes} WHERE interaction_id = ? ORDER BY written_at, id`;
      return (await rowsOf<NoteRow>(knex, sql, interactionId)).map(toNote);
    },
  };
}
