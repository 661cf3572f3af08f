import type { InteractionRows } from '../interactions/rows';
import type { AgentId, InteractionId, NoteId } from '../../../../protocol/schemas/ids';
import type { Note } from '../../../../protocol/tools/tools';
import type { Steps } from '../steps';

export interface NoteRows {
  /** The note that this agent wrote with this client note id. */
  find(interactionId: InteractionId, agentId: AgentId, clientNoteId: string): Steps<Note | null>;
  /** Inserts a note and returns its id. */
  insert(note: Omit<Note, 'id'>): Steps<NoteId>;
}

/** Rows of a transaction that writes a note. */
export interface NoteTx {
  readonly interactions: Pick<InteractionRows, 'lockHead'>;
  readonly notes: NoteRows;
}
