import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Note } from '../../../plugins/attendance/protocol/tools/tools';
import type { SupervisionAction, SupervisionState } from './supervision-state';

/** Merges notes by id, in the order of time. A whisper on its way that is stored now is on its way no more. */
export function takeNotes(state: SupervisionState, arrived: readonly Note[]): SupervisionState {
  const known = new Set(state.notes.map(({ id }) => id));
  const fresh = arrived.filter(({ id }) => !known.has(id));
  const rest = withoutStored(state, arrived);
  if (fresh.length === 0) return rest;
  const notes = [...state.notes, ...fresh].sort(
    (one, other) => one.writtenAt - other.writtenAt || one.id - other.id,
  );
  return { ...rest, notes };
}

function withoutStored(state: SupervisionState, notes: readonly Note[]): SupervisionState {
  const stored = new Set(notes.map(({ clientNoteId }) => clientNoteId));
  const outbox = state.outbox.filter(({ clientMessageId }) => !stored.has(clientMessageId));
  return outbox.length === state.outbox.length ? state : { ...state, outbox };
}

/** What becomes of whispers of one's own. */
export type WhisperAction = Extract<
  SupervisionAction,
  { readonly type: 'whispered' | 'whisper-stored' | 'whisper-failed' | 'whisper-refused' }
>;

/** Returns the state after a whisper was begun, stored, failed or refused: none is lost. */
export function reduceWhisper(state: SupervisionState, action: WhisperAction): SupervisionState {
  switch (action.type) {
    case 'whispered':
      return {
        ...state,
        outbox: [...state.outbox, action.entry],
        drafts: withDraft(state.drafts, action.entry.interactionId, ''),
        whisperRefusal: null,
      };
    case 'whisper-stored':
      return action.note.interactionId === state.id
        ? takeNotes(state, [action.note])
        : withoutStored(state, [action.note]);
    case 'whisper-failed':
      return {
        ...state,
        outbox: state.outbox.map((entry) =>
          entry.clientMessageId === action.clientNoteId ? { ...entry, hasFailed: action.hasFailed } : entry,
        ),
      };
    case 'whisper-refused': {
      const refused = state.outbox.find(({ clientMessageId }) => clientMessageId === action.clientNoteId);
      if (refused === undefined) return state;
      const begun = state.drafts.get(refused.interactionId) ?? '';
      const text = [refused.body, begun].filter((part) => part !== '').join('\n');
      return {
        ...state,
        outbox: state.outbox.filter((entry) => entry !== refused),
        drafts: withDraft(state.drafts, refused.interactionId, text),
        whisperRefusal: refused.interactionId === state.id ? action.code : state.whisperRefusal,
      };
    }
  }
}

/** Returns the drafts with another one of an interaction; an empty one is none. */
export function withDraft(
  drafts: SupervisionState['drafts'],
  id: InteractionId,
  text: string,
): SupervisionState['drafts'] {
  const changed = new Map(drafts);
  if (text === '') changed.delete(id);
  else changed.set(id, text);
  return changed;
}
