import { expect, it } from 'vitest';

import { toTimeline } from '../../../../widget/app/model/timeline';
import { assigned, chatting, fromAgent, fromVisitor, line, unsent } from '../builders';

it('[C3] shows what is stored in its order, then what is on its way in the order it was written', () => {
  const messages = [line(1), fromVisitor(2), fromAgent(3)];
  const outbox = [unsent('x'), { ...unsent('y'), hasFailed: true }];
  const items = toTimeline(chatting({ messages, outbox }));
  expect(items.map(({ key }) => key)).toEqual(['1', 'visitor-2', 'agent-3', 'x', 'y']);
  expect(items.map((item) => (item.kind === 'text' ? item.receipt : 'line'))).toEqual([
    'line',
    'sent',
    null,
    'sending',
    'failed',
  ]);
});

it('[C3] keeps a message’s key when it is stored, so that nothing jumps', () => {
  const [before] = toTimeline(chatting({ outbox: [unsent('same')] }));
  const [after] = toTimeline(chatting({ messages: [fromVisitor(1, 'same')] }));
  expect(after?.key).toBe(before?.key);
});

it('[C2] tells the receipt once for a run, where it changes', () => {
  const receipts = { visitor: { delivered: 0, read: 0 }, agent: { delivered: 3, read: 2 } };
  const messages = [1, 2, 3, 4].map((sequence) => fromVisitor(sequence));
  const items = toTimeline(chatting({ messages, interaction: assigned({ receipts }) }));
  const told = items.map((item) => (item.kind === 'text' && item.isLastOfRun ? item.receipt : null));
  expect(told).toEqual([null, 'read', 'delivered', 'sent']);
});

it('[P2] does not tell the visitor that the visitor changed the page', () => {
  const message = {
    sequence: 1,
    sentAt: 1,
    side: 'system' as const,
    line: { kind: 'page-changed' as const, url: 'https://shop.example/', title: '' },
  };
  expect(toTimeline(chatting({ messages: [message] }))).toEqual([]);
});

it('[C3] leaves out a system line that only a newer server knows', () => {
  const message = { ...line(1), line: { kind: 'weather' } } as unknown as ReturnType<typeof line>;
  expect(toTimeline(chatting({ messages: [message] }))).toEqual([]);
});
