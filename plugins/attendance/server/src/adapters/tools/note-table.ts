import type { AgentId, InteractionId, NoteId } from '../../../../protocol/schemas/ids';
import type { Note } from '../../../../protocol/tools/tools';
import type { NoteRows } from '../../application/tools/note-rows';
import type { Sql } from '../database/sql';
import { toTime } from '../database/columns';
import { TABLE } from '../database/tables';

export interface NoteRow {
  readonly id: number;
  readonly interaction_id: number;
  readonly client_note_id: string;
  readonly agent_id: number;
  readonly agent_name: string;
  readonly body: string;
  readonly written_at: number | string;
  /** Null in rows from before there were whispers. */
  readonly is_whisper: number | boolean | null;
}

const FIND = `SELECT * FROM ${TABLE.notes} WHERE interaction_id = ? AND agent_id = ? AND client_note_id = ?`;

export function noteTable(sql: Sql): NoteRows {
  return {
    *find(interactionId, agentId, clientNoteId) {
      const [row] = yield* sql.rows<NoteRow>(FIND, interactionId, agentId, clientNoteId);
      return row === undefined ? null : toNote(row);
    },
    *insert({ agentId, agentName, body, clientNoteId, interactionId, isWhisper = false, writtenAt }) {
      const id = yield* sql.insert(TABLE.notes, {
        interaction_id: interactionId,
        client_note_id: clientNoteId,
        agent_id: agentId,
        agent_name: agentName,
        body,
        written_at: writtenAt,
        is_whisper: isWhisper,
      });
      return id as NoteId;
    },
  };
}

export function toNote(row: NoteRow): Note {
  return {
    id: row.id as NoteId,
    interactionId: row.interaction_id as InteractionId,
    clientNoteId: row.client_note_id,
    agentId: row.agent_id as AgentId,
    agentName: row.agent_name,
    body: row.body,
    writtenAt: toTime(row.written_at),
    ...(Boolean(row.is_whisper) && { isWhisper: true as const }),
  };
}
