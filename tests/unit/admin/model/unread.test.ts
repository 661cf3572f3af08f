import { describe, expect, it } from 'vitest';

import { reduce } from '../../../../admin/src/model/reduce';
import type { State } from '../../../../admin/src/model/state';
import { after, changed, fromAgent, fromVisitor, id, interaction, posted, snapshot } from '../builders';

const loaded = { type: 'messages:listed', interactionId: id(1), messages: [] } as const;

describe('how many are unread', () => {
  const read = (sequence: number) =>
    ({
      type: 'receipt:advanced',
      fact: { interactionId: id(1), side: 'agent', watermark: { delivered: sequence, read: sequence } },
      at: 0,
    }) as const;
  const unreadOf = (state: State) => state.interactions.get(id(1))?.unreadCount;
  const five = [1, 2, 3, 5].map((sequence) => posted(fromVisitor(sequence)));
  const all = [...five.slice(0, 3), posted(fromAgent(4, 'agent-4')), ...five.slice(3)];

  it.each([
    [1, 3],
    [3, 1],
    [4, 1],
    [5, 0],
  ])('[K8] after reading up to %i of what was told since the snapshot', (sequence, unread) => {
    expect(unreadOf(after(snapshot([interaction()]), ...all, read(sequence)))).toBe(unread);
  });

  it('[K8] from the lines beyond the watermark, where those before it are not held', () => {
    const earlier = interaction({ lastSequence: 10, unreadCount: 10 });
    const told = [posted(fromVisitor(11)), posted(fromVisitor(12)), read(11)];
    expect(unreadOf(after(snapshot([earlier]), ...told))).toBe(1);
  });

  it('[K8] from the lines that were read, where those beyond them are not held', () => {
    const receipts = { visitor: { delivered: 0, read: 0 }, agent: { delivered: 2, read: 2 } };
    const earlier = interaction({ lastSequence: 6, unreadCount: 3, receipts });
    const page = { ...loaded, messages: [fromVisitor(3), fromAgent(4, 'agent-4')] };
    expect(unreadOf(after(snapshot([earlier]), page, read(4)))).toBe(2);
  });

  it('[K8] rather too many than too few where neither are held, and exactly once they are', () => {
    const earlier = interaction({ lastSequence: 6, unreadCount: 5 });
    const state = after(snapshot([earlier]), read(3));
    expect(unreadOf(state)).toBe(3);
    const page = { ...loaded, messages: [fromVisitor(4), fromAgent(5, 'agent-5'), fromVisitor(6)] };
    expect(unreadOf(reduce(state, page))).toBe(2);
  });

  it('[K8] when a message of the visitor is told after a later one', () => {
    const overtaken = [posted(fromAgent(2, 'agent-2')), posted(fromVisitor(1))];
    expect(unreadOf(after(snapshot([interaction()]), ...overtaken))).toBe(1);
  });

  it('[K8] [C2] when the interaction is told as it was before the receipt', () => {
    const before = interaction({ revision: 9, lastSequence: 2, unreadCount: 2 });
    const state = after(snapshot([interaction()]), ...all.slice(0, 2), read(2), changed(before));
    expect(state.interactions.get(id(1))).toMatchObject({
      unreadCount: 0,
      receipts: { agent: { delivered: 2, read: 2 } },
    });
  });
});
