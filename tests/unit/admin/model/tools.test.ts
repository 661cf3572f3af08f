import { describe, expect, it } from 'vitest';

import { placeNotes } from '../../../../admin/src/model/selectors/place-notes';
import { reduce } from '../../../../admin/src/model/reduce';
import { toTimeline } from '../../../../admin/src/model/selectors/timeline';
import type { Note } from '../../../../plugins/attendance/protocol/tools/tools';
import { after, fromVisitor, id, interaction, SELF, snapshot } from '../builders';

const note = (number: number, writtenAt: number, overrides: Partial<Note> = {}): Note => ({
  id: id(number),
  interactionId: id(1),
  clientNoteId: `note-${number}`,
  agentId: SELF.id,
  agentName: 'Ana',
  body: `n${number}`,
  writtenAt,
  ...overrides,
});
const written = (news: Note) => ({ type: 'note:written', fact: { note: news }, at: 0 }) as const;
const composedNote = {
  type: 'message:composed',
  interactionId: id(1),
  clientMessageId: 'note-1',
  body: 'n1',
  at: 5,
  isNote: true,
} as const;
const bodies = (lines: ReturnType<typeof placeNotes>) =>
  lines.map((line) => ('body' in line ? line.body : ''));

describe('notes among the lines', () => {
  const lines = [fromVisitor(1, 'a', 100), fromVisitor(2, 'b', 200), fromVisitor(3, 'c', 300)];

  it('[C9] stand by time, after what was said at the same moment', () => {
    const placed = placeNotes(lines, [note(1, 50), note(2, 200), note(3, 250), note(4, 900)]);
    expect(bodies(placed)).toEqual(['n1', 'a', 'b', 'n2', 'n3', 'c', 'n4']);
  });

  it('[C9] wait for the page of the transcript that they belong to', () => {
    expect(bodies(placeNotes(lines.slice(1), [note(1, 50), note(2, 250)]))).toEqual(['b', 'n2', 'c']);
  });

  it('[C9] are an own kind of item, which ends what one person writes in one piece', () => {
    const items = toTimeline(placeNotes(lines, [note(1, 150)]), []);
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'text', 'note', 'text', 'text']);
    const ends = items.flatMap((item) => (item.kind === 'text' ? [item.isLastOfRun] : []));
    expect(ends).toEqual([true, false, true]);
  });

  it('[C9] [C2] one’s own says how far it has come until it is stored', () => {
    const entry = { clientMessageId: 'note-1', interactionId: id(1), body: 'n1', writtenAt: 5 };
    const [, waiting] = toTimeline([], [{ ...entry, hasFailed: false, isNote: true }]);
    const [, failed] = toTimeline([], [{ ...entry, hasFailed: true, isNote: true }]);
    const [, stored] = toTimeline([note(1, 5)], []);
    expect([waiting, failed, stored]).toMatchObject([
      { kind: 'note', state: 'sending', key: 'note/note-1' },
      { kind: 'note', state: 'failed', key: 'note/note-1' },
      { kind: 'note', state: 'stored', key: 'note/note-1' },
    ]);
  });
});

describe('what the agent’s screen knows of notes', () => {
  const here = snapshot([interaction({ lastSequence: 4 })]);

  it('[C9] holds each once, by time, whichever way it came', () => {
    const state = after(here, written(note(2, 20)), {
      type: 'notes:listed',
      interactionId: id(1),
      notes: [note(1, 10), note(2, 20)],
    });
    expect(state.notes.get(id(1))).toEqual([note(1, 10), note(2, 20)]);
  });

  it('[S8] [Z47] a note changes nothing of the interaction', () => {
    const before = after(here);
    const state = reduce(before, written(note(1, 10)));
    expect(state.interactions).toBe(before.interactions);
    expect(state.transcripts).toBe(before.transcripts);
  });

  it('[C2] [Z47] one that was on its way waits no more once it is stored, by fact or by answer', () => {
    const waiting = after(here, composedNote);
    expect(waiting.outbox).toMatchObject([{ clientMessageId: 'note-1', isNote: true }]);
    expect(reduce(waiting, { type: 'note:stored', note: note(1, 10) }).outbox).toEqual([]);
    expect(reduce(waiting, written(note(1, 10))).outbox).toEqual([]);
    expect(reduce(waiting, written(note(2, 10))).outbox).toHaveLength(1);
  });

  it('[Z52] drafts of notes and of messages are apart, and a refused one goes back to its own', () => {
    const typed = after(
      here,
      { type: 'draft:changed', interactionId: id(1), draft: 'mensagem' },
      { type: 'note-draft:changed', interactionId: id(1), draft: 'nota' },
      composedNote,
    );
    expect([typed.drafts.get(id(1)), typed.noteDrafts.get(id(1))]).toEqual(['mensagem', undefined]);
    const refused = reduce(typed, {
      type: 'message:refused',
      clientMessageId: 'note-1',
      code: 'conflict',
    });
    expect([refused.drafts.get(id(1)), refused.noteDrafts.get(id(1))]).toEqual(['mensagem', 'n1']);
  });

  it('[K9] nothing of them is left when the interaction is somebody else’s', () => {
    const state = after(
      here,
      written(note(1, 10)),
      { type: 'note-mode:set', interactionId: id(1), isOn: true },
      { type: 'note-draft:changed', interactionId: id(1), draft: 'nota' },
      {
        type: 'interaction:removed',
        fact: { interactionId: id(1), reason: 'reassigned' },
        at: 0,
      },
    );
    expect([state.notes.size, state.noteModes.size, state.noteDrafts.size]).toEqual([0, 0, 0]);
    expect(reduce(state, written(note(2, 20))).notes.size).toBe(0);
  });
});
