import { describe, expect, it } from 'vitest';

import { countBelow, receiptOf, toTimeline } from '../../../../admin/src/model/selectors/timeline';
import type { OutboxEntry } from '../../../../admin/src/model/state';
import { fromAgent, fromVisitor, id } from '../builders';

const NOON = new Date(2026, 10, 3, 12, 0).getTime();
const MINUTE = 60_000;
const unsent = (overrides: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientMessageId: 'agent-9',
  interactionId: id(1),
  body: 'olá',
  writtenAt: NOON,
  hasFailed: false,
  ...overrides,
});
const kinds = (items: ReturnType<typeof toTimeline>) => items.map(({ kind }) => kind);

describe('the conversation', () => {
  it('begins each local day with its date', () => {
    const items = toTimeline(
      [
        fromVisitor(1, 'a', NOON),
        fromVisitor(2, 'b', NOON + MINUTE),
        fromVisitor(3, 'c', NOON + 1_440 * MINUTE),
      ],
      [],
    );
    expect(kinds(items)).toEqual(['day', 'text', 'text', 'day', 'text']);
  });

  it('tells where it began once the first message is there, and not before', () => {
    const url = 'https://loja.exemplo/';
    expect(kinds(toTimeline([fromVisitor(1, 'a', NOON)], [], url))).toEqual(['day', 'start', 'text']);
    expect(kinds(toTimeline([fromVisitor(2, 'a', NOON)], [], url))).toEqual(['day', 'text']);
  });

  it('joins what one person writes within five minutes', () => {
    const items = toTimeline(
      [
        fromVisitor(1, 'a', NOON),
        fromVisitor(2, 'b', NOON + MINUTE),
        fromVisitor(3, 'c', NOON + 7 * MINUTE),
        { ...fromAgent(4, 'agent-4'), sentAt: NOON + 8 * MINUTE },
      ],
      [],
    );
    const ends = items.filter((item) => item.kind === 'text').map((item) => item.isLastOfRun);
    expect(ends).toEqual([false, true, true, true]);
  });

  it('[C3] keeps one key for a message on its way and once stored, so that it is the same one on screen', () => {
    const [, waiting] = toTimeline([], [unsent()]);
    const [, stored] = toTimeline([{ ...fromAgent(1, 'agent-9'), sentAt: NOON }], []);
    expect(waiting?.key).toBe(stored?.key);
  });

  it('gives the same object for a message that reads the same', () => {
    const messages = [fromVisitor(1, 'a', NOON), { ...fromAgent(2, 'agent-2'), sentAt: NOON }];
    const before = toTimeline(messages, []);
    const grown = toTimeline([...messages, fromVisitor(3, 'c', NOON)], []);
    expect(grown[1]).toBe(before[1]);
    expect(grown[2]).toBe(before[2]);
  });

  it.each([
    [{ sequence: null, hasFailed: false }, 'sending'],
    [{ sequence: null, hasFailed: true }, 'failed'],
    [{ sequence: 5, hasFailed: false }, 'sent'],
    [{ sequence: 4, hasFailed: false }, 'delivered'],
    [{ sequence: 2, hasFailed: false }, 'read'],
  ] as const)('[C2] %o is %s at delivered 4, read 2', (item, receipt) => {
    expect(receiptOf(item, { delivered: 4, read: 2 })).toBe(receipt);
  });

  it('counts only texts of the visitor below what was seen', () => {
    const messages = [fromVisitor(1), fromVisitor(2), fromAgent(3, 'agent-3'), fromVisitor(4)];
    expect(countBelow(messages, 1)).toBe(2);
    expect(countBelow(messages, 4)).toBe(0);
  });
});
