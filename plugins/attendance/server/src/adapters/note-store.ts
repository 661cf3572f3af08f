import type { Knex } from 'knex';
import type { Database } from 'better-sqlite3';

import type { AgentId, InteractionId } from '../../../protocol/ids';
import type { Note } from '../../../protocol/tools';
import type { Outcome } from '../application/ports';
import type { NewNote, NoteStore } from '../application/tools';
import { createGroupCommit } from './group-commit';
import { toTime } from './interaction-rows';
import { insertRow, rowsIn, rowsOf } from './sqlite-connection';
import { TABLE } from './tables';

interface NoteRow {
  id: number;
  interaction_id: number;
  client_note_id: string;
  agent_id: number;
  agent_name: string;
  body: string;
  written_at: number | string;
}

/** The holder of an interaction, as far as a note needs to know. */
interface Head {
  status: string;
  agent_id: number | null;
}

/** Notes that only the team sees [C9]. The interaction's own row is not touched: no sequence, no indicator, no revision. */
export function createNoteStore(knex: Knex): NoteStore {
  const commit = createGroupCommit(knex);
  return {
    write: (note, now) => commit((connection) => write(connection, note, now)),
    of: async (interactionId) => {
      const sql = `SELECT * FROM ${TABLE.notes} WHERE interaction_id = ? ORDER BY written_at, id`;
      return (await rowsOf<NoteRow>(knex, sql, interactionId)).map(toNote);
    },
  };
}

function write(
  connection: Database,
  note: NewNote,
  now: number,
): Outcome<{ readonly note: Note; readonly isNew: boolean }> {
  const { agentId, agentName, body, clientNoteId, interactionId } = note;
  const [head] = rowsIn<Head>(
    connection,
    `SELECT status, agent_id FROM ${TABLE.interactions} WHERE id = ?`,
    interactionId,
  );
  if (head === undefined || head.agent_id !== agentId) return { ok: false, code: 'not_found' };
  const [same] = rowsIn<NoteRow>(
    connection,
    `SELECT * FROM ${TABLE.notes} WHERE interaction_id = ? AND agent_id = ? AND client_note_id = ?`,
    interactionId,
    agentId,
    clientNoteId,
  );
  if (same !== undefined)
    return same.body === body
      ? { ok: true, data: { note: toNote(same), isNew: false } }
      : { ok: false, code: 'conflict' };
  if (head.status !== 'assigned') return { ok: false, code: 'conflict' };
  const row = {
    interaction_id: interactionId,
    client_note_id: clientNoteId,
    agent_id: agentId,
    agent_name: agentName,
    body,
    written_at: now,
  };
  const id = insertRow(connection, TABLE.notes, row);
  return { ok: true, data: { note: toNote({ id, ...row }), isNew: true } };
}

function toNote(row: NoteRow): Note {
  return {
    id: row.id as Note['id'],
    interactionId: row.interaction_id as InteractionId,
    clientNoteId: row.client_note_id,
    agentId: row.agent_id as AgentId,
    agentName: row.agent_name,
    body: row.body,
    writtenAt: toTime(row.written_at),
  };
}
