import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { runOutbox, type Unsent, type UnsentAction } from '../../../plugins/attendance/chat/outbox';
import { isPassing, retryDelayMs } from '../../../plugins/attendance/chat/retry';
import { createStore } from '../../../plugins/attendance/chat/store';
import type { ErrorCode, ProtocolError } from '../../../plugins/attendance/protocol/shared/errors';

interface State {
  readonly connection: string;
  readonly outbox: readonly Unsent[];
}

type Action =
  | UnsentAction
  | { readonly type: 'connection'; readonly connection: string }
  | { readonly type: 'written' | 'stored' | 'retried'; readonly entry: Unsent };

const entry = (clientMessageId: string, interactionId = 1): Unsent => ({
  clientMessageId,
  interactionId,
  hasFailed: false,
});

function reduce(state: State, action: Action): State {
  const mark = (id: string, hasFailed: boolean) =>
    state.outbox.map((each) => (each.clientMessageId === id ? { ...each, hasFailed } : each));
  const without = (id: string) => state.outbox.filter((each) => each.clientMessageId !== id);
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.connection };
    case 'written':
      return { ...state, outbox: [...state.outbox, action.entry] };
    case 'stored':
      return { ...state, outbox: without(action.entry.clientMessageId) };
    case 'retried':
      return { ...state, outbox: mark(action.entry.clientMessageId, false) };
    case 'message:failed':
      return { ...state, outbox: mark(action.clientMessageId, true) };
    case 'message:refused':
      return { ...state, outbox: without(action.clientMessageId) };
  }
}

/** What is refused, by message; whatever is not in it is stored. */
function scene(
  refusals: Readonly<Record<string, (ErrorCode | ProtocolError)[]>>,
  mayPass?: (code: ErrorCode) => boolean,
) {
  const store = createStore(reduce, { connection: 'live', outbox: [] });
  const sent: string[] = [];
  const stop = runOutbox<Unsent>(store, {
    send: (unsent) => {
      sent.push(unsent.clientMessageId);
      const code = refusals[unsent.clientMessageId]?.shift();
      if (typeof code === 'object') return Promise.resolve(code);
      if (code !== undefined) return Promise.resolve({ code, message: '' });
      store.dispatch({ type: 'stored', entry: unsent });
      return Promise.resolve(null);
    },
    ...(mayPass && { mayPass }),
  });
  const write = (...entries: Unsent[]): void =>
    entries.forEach((each) => store.dispatch({ type: 'written', entry: each }));
  return { sent, stop, store, write };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

it('[C4] keeps the order within an interaction, and lets no interaction wait for another', async () => {
  const { sent, write } = scene({ a: ['unavailable'] });
  write(entry('a'), entry('b'), entry('c', 2));
  await settle();
  expect(sent).toEqual(['a', 'c']);
  await settle(retryDelayMs(1));
  expect(sent).toEqual(['a', 'c', 'a', 'b']);
});

it('[C2] [Z139] waits longer after each failure in a row, and no longer than half a minute', async () => {
  const { sent, write } = scene({ a: Array<ErrorCode>(40).fill('internal') });
  write(entry('a'));
  await settle(60_000);
  const first = sent.length;
  expect(first).toBeLessThanOrEqual(8);
  await settle(60_000);
  expect(sent.length - first).toBeGreaterThanOrEqual(2);
  expect(sent.length - first).toBeLessThanOrEqual(4);
});

it('[C2] [Z139] what the server asks for one interaction holds up no other, and no other shortens it', async () => {
  const busy: ProtocolError = { code: 'rate_limited', message: '', retryAfterMs: 5_000 };
  const { sent, write } = scene({ a: [busy], b: ['unavailable', 'unavailable'] });
  write(entry('a'), entry('b', 2));
  await settle(4_999);
  expect(sent).toEqual(['a', 'b', 'b', 'b']);
  await settle(1);
  expect(sent).toEqual(['a', 'b', 'b', 'b', 'a']);
});

it('[C3] [Z139] something more that is written is a reason to try its own interaction again, and no other', async () => {
  const { sent, write } = scene({ a: ['unavailable'], b: ['unavailable'] });
  write(entry('a'), entry('b', 2));
  await settle();
  write(entry('c'));
  await settle();
  expect(sent).toEqual(['a', 'b', 'a', 'c']);
});

it('[C3] tries at once when the connection is back, and when somebody asks for it', async () => {
  const { sent, store, write } = scene({ a: ['unavailable', 'unavailable'] });
  write(entry('a'));
  await settle();
  store.dispatch({ type: 'connection', connection: 'reconnecting' });
  store.dispatch({ type: 'connection', connection: 'live' });
  await settle();
  expect(sent).toEqual(['a', 'a']);
  store.dispatch({ type: 'retried', entry: entry('a') });
  await settle();
  expect(sent).toEqual(['a', 'a', 'a']);
});

it('[Z139] takes `unauthorized` for final but where there is a session to renew', async () => {
  const visitor = scene({ a: ['unauthorized'] });
  visitor.write(entry('a'));
  await settle(60_000);
  expect(visitor.sent).toEqual(['a']);
  expect(visitor.store.getState().outbox).toEqual([]);
  const agent = scene({ a: ['unauthorized'] }, (code) => code === 'unauthorized' || isPassing(code));
  agent.write(entry('a'));
  await settle(60_000);
  expect(agent.sent).toEqual(['a', 'a']);
});

it('[C2] sends nothing any more once it is stopped', async () => {
  const { sent, stop, write } = scene({ a: ['unavailable'] });
  write(entry('a'), entry('b'));
  await settle();
  stop();
  await settle(60_000);
  expect(sent).toEqual(['a']);
});
