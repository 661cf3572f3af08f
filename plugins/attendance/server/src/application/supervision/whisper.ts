import type { AgentId } from '../../../../protocol/schemas/ids';
import type { Note } from '../../../../protocol/tools/tools';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';
import type { NoteTx } from '../tools/note-rows';
import type { NewNote } from '../tools/tools';

export interface Whispered {
  readonly note: Note;
  /** Agent who holds the interaction, and hears it; null where they have heard it already. */
  readonly heardBy: AgentId | null;
}

/**
 * Writes a line to the agent of an interaction, among the notes for the team [R17]: `conflict` while nobody holds it, or where the supervisor holds it. The
 * same `clientNoteId` again returns the same note.
 */
export function* whisper(tx: NoteTx, line: NewNote, now: number): Steps<Outcome<Whispered>> {
  const head = yield* tx.interactions.lockHead(line.interactionId);
  if (head === null) return { ok: false, code: 'not_found' };
  const same = yield* tx.notes.find(line.interactionId, line.agentId, line.clientNoteId);
  if (same !== null)
    return same.body === line.body && same.isWhisper === true
      ? { ok: true, data: { note: same, heardBy: null } }
      : { ok: false, code: 'conflict' };
  const { agentId: heardBy, status } = head;
  if (status !== 'assigned' || heardBy === null || heardBy === line.agentId)
    return { ok: false, code: 'conflict' };
  const written = { ...line, writtenAt: now, isWhisper: true as const };
  return { ok: true, data: { note: { ...written, id: yield* tx.notes.insert(written) }, heardBy } };
}
