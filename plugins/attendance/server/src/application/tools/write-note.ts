import type { NoteTx } from './note-rows';
import type { Note } from '../../../../protocol/tools/tools';
import type { Steps } from '../steps';
import type { Outcome } from '../outcome';
import type { NewNote } from './tools';

/**
 * Writes a note that only the team sees [C9]. Only the agent who holds the interaction writes: to another it is `not_found`, after
 * the end `conflict`. The same `clientNoteId` again returns the same note. The interaction's own row is not touched: no sequence,
 * no indicator, no revision.
 */
export function* writeNote(
  tx: NoteTx,
  note: NewNote,
  now: number,
): Steps<Outcome<{ readonly note: Note; readonly isNew: boolean }>> {
  const { agentId, body, clientNoteId, interactionId } = note;
  const head = yield* tx.interactions.lockHead(interactionId);
  if (head?.agentId !== agentId) return { ok: false, code: 'not_found' };
  const same = yield* tx.notes.find(interactionId, agentId, clientNoteId);
  if (same !== null)
    return same.body === body
      ? { ok: true, data: { note: same, isNew: false } }
      : { ok: false, code: 'conflict' };
  if (head.status !== 'assigned') return { ok: false, code: 'conflict' };
  const written = { ...note, writtenAt: now };
  return { ok: true, data: { note: { ...written, id: yield* tx.notes.insert(written) }, isNew: true } };
}
