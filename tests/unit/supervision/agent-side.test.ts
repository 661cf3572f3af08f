import { describe, expect, it } from 'vitest';

import type { Action } from '../../../admin/src/model/actions';
import { reduce } from '../../../admin/src/model/reduce';
import { INITIAL_STATE, type State } from '../../../admin/src/model/state';
import { toTimeline } from '../../../admin/src/model/selectors/timeline';
import { id, interaction, SELF, snapshot } from '../admin/builders';
import { note } from './board-builders';

const after = (...actions: readonly Action[]): State => actions.reduce(reduce, INITIAL_STATE);
const held = snapshot([interaction()]);
const follows = (...names: string[]): Action => ({
  type: 'followers:changed',
  fact: { interactionId: id(1), names },
  at: 0,
});
const whispers = (news = note(1)): Action => ({ type: 'note:written', fact: { note: news }, at: 0 });

describe('who reads an interaction of this agent', () => {
  it('[R17] is shown by name while they do', () => {
    const state = after(held, follows('Sofia'));
    expect(state.followers.get(id(1))).toEqual(['Sofia']);
    expect(reduce(state, follows()).followers.size).toBe(0);
  });

  it('[R17] goes with the interaction, and with the connection, after which it is told again', () => {
    const state = after(held, follows('Sofia'));
    const gone: Action = {
      type: 'interaction:removed',
      fact: { interactionId: id(1), reason: 'ended' },
      at: 0,
    };
    expect(reduce(state, gone).followers.size).toBe(0);
    expect(reduce(state, held).followers.size).toBe(0);
    expect(after(snapshot([]), follows('Sofia')).followers.size).toBe(0);
  });
});

describe('a whisper to this agent', () => {
  it('[R17] is news once, and stands among the notes', () => {
    const state = after(held, whispers());
    expect(state.lastWhisper).toEqual({ note: note(1), count: 1 });
    expect(state.notes.get(id(1))).toEqual([note(1)]);
    expect(reduce(state, whispers(note(2))).lastWhisper).toMatchObject({ count: 2 });
  });

  it('[R17] is no news where it is one’s own, a note, of another, or read with the conversation', () => {
    expect(after(held, whispers(note(1, { agentId: SELF.id }))).lastWhisper).toBeNull();
    const { isWhisper: _, ...plain } = note(1);
    expect(after(held, whispers(plain)).lastWhisper).toBeNull();
    expect(after(held, whispers(note(1, { interactionId: id(2) }))).lastWhisper).toBeNull();
    const listed: Action = { type: 'notes:listed', interactionId: id(1), notes: [note(1)] };
    expect(after(held, listed).lastWhisper).toBeNull();
  });

  it('[R17] [C9] is told from a note in the conversation', () => {
    const { isWhisper: _, ...plain } = note(2);
    const items = toTimeline([note(1), plain], []).filter(({ kind }) => kind === 'note');
    expect(items).toMatchObject([
      { isWhisper: true, agentId: id(9), agentName: 'Sofia' },
      { isWhisper: false },
    ]);
  });
});
