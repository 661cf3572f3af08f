import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Note } from '../../../plugins/attendance/protocol/tools/tools';
import type { State } from './state';

/** Acts of an agent for the team alone (notes, labels), and the tools that they have at hand. */
export type ToolAction =
  | {
      readonly type: 'labels:answered';
      readonly interactionId: InteractionId;
      readonly labels: Partial<Pick<AgentInteraction, 'fieldValues' | 'tagIds'>>;
    }
  | {
      readonly type: 'notes:listed';
      readonly interactionId: InteractionId;
      readonly notes: readonly Note[];
    }
  | { readonly type: 'note:stored'; readonly note: Note }
  | { readonly type: 'note-mode:set'; readonly interactionId: InteractionId; readonly isOn: boolean }
  | { readonly type: 'note-draft:changed'; readonly interactionId: InteractionId; readonly draft: string };

export function reduceTools(state: State, action: ToolAction): State {
  switch (action.type) {
    case 'labels:answered': {
      const held = state.interactions.get(action.interactionId);
      if (held === undefined) return state;
      const labelled = { ...held, ...action.labels };
      return { ...state, interactions: new Map(state.interactions).set(held.id, labelled) };
    }
    case 'notes:listed':
      return takeNotes(state, action.interactionId, action.notes);
    case 'note:stored':
      return takeNotes(state, action.note.interactionId, [action.note]);
    case 'note-mode:set': {
      const noteModes = new Set(state.noteModes);
      if (action.isOn) noteModes.add(action.interactionId);
      else noteModes.delete(action.interactionId);
      return { ...state, noteModes };
    }
    case 'note-draft:changed':
      return { ...state, noteDrafts: withText(state.noteDrafts, action.interactionId, action.draft) };
  }
}

/** Merges notes by id, in the order of time. A pending note that is stored now is pending no more. */
export function takeNotes(state: State, id: InteractionId, arrived: readonly Note[]): State {
  if (!state.interactions.has(id)) return state;
  const held = state.notes.get(id) ?? [];
  const known = new Set(held.map((note) => note.id));
  const fresh = arrived.filter((note) => !known.has(note.id));
  const stored = new Set(arrived.map(({ clientNoteId }) => clientNoteId));
  const outbox = state.outbox.filter(
    ({ clientMessageId, isNote }) => !isNote || !stored.has(clientMessageId),
  );
  if (fresh.length === 0 && outbox.length === state.outbox.length) return state;
  const notes = [...held, ...fresh].sort(
    (one, other) => one.writtenAt - other.writtenAt || one.id - other.id,
  );
  return { ...state, outbox, notes: new Map(state.notes).set(id, notes) };
}

/** Returns the texts with one set; an empty text removes it. */
export function withText(
  texts: ReadonlyMap<InteractionId, string>,
  id: InteractionId,
  text: string,
): ReadonlyMap<InteractionId, string> {
  const changed = new Map(texts);
  if (text === '') changed.delete(id);
  else changed.set(id, text);
  return changed;
}

/** Returns the notes, their drafts and modes without those of an interaction that this agent no longer holds. */
export function withoutTools(
  state: State,
  id: InteractionId,
): Pick<State, 'noteDrafts' | 'noteModes' | 'notes'> {
  const notes = new Map(state.notes);
  notes.delete(id);
  return {
    notes,
    noteDrafts: withText(state.noteDrafts, id, ''),
    noteModes: new Set([...state.noteModes].filter((each) => each !== id)),
  };
}
