import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { retryDelayMs } from '../../../../plugins/attendance/chat/retry';
import type { Answer, ErrorCode } from '../../../../plugins/attendance/protocol/shared/errors';
import { reduce } from '../../../../widget/app/model/reduce';
import { createStore } from '../../../../widget/app/model/store';
import { runOutbox } from '../../../../widget/app/realtime/run-outbox';
import type { Wire } from '../../../../widget/app/realtime/wire';
import { chatting, fromVisitor, unsent } from '../builders';

const stored = (sequence: number) => ({ ok: true as const, data: { sequence, sentAt: sequence * 1_000 } });
const refused = (code: ErrorCode, retryAfterMs?: number) => ({
  ok: false as const,
  error: { code, message: '', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
});

describe('reducing', () => {
  it('[C2] moves a stored message into the transcript, under its sequence', () => {
    const state = reduce(chatting({ outbox: [unsent('a', 'Olá'), unsent('b')] }), {
      type: 'message:stored',
      clientMessageId: 'a',
      answer: { sequence: 1, sentAt: 5 },
    });
    expect(state.messages).toEqual([{ ...fromVisitor(1, 'a', 'Olá'), sentAt: 5 }]);
    expect(state.outbox.map(({ clientMessageId }) => clientMessageId)).toEqual(['b']);
  });

  it('[C2] keeps a failed message and marks it', () => {
    const state = reduce(chatting({ outbox: [unsent('a', 'Olá')] }), {
      type: 'message:failed',
      clientMessageId: 'a',
    });
    expect(state.outbox).toEqual([{ ...unsent('a', 'Olá'), hasFailed: true }]);
  });

  it('[C2] gives the text of a refused message back to the composer, before what was typed since', () => {
    const state = reduce(chatting({ outbox: [unsent('a', 'refused')], draft: 'typed since' }), {
      type: 'message:refused',
      clientMessageId: 'a',
      code: 'conflict',
    });
    expect(state).toMatchObject({ draft: 'refused\ntyped since', outbox: [], notice: 'conflict' });
  });

  it('[C4] keeps what was not sent when the visitor goes on to a new interaction', () => {
    const state = reduce(chatting({ outbox: [unsent('a', 'one'), unsent('b', 'two')], draft: 'three' }), {
      type: 'interaction:left',
    });
    expect(state).toMatchObject({ draft: 'one\ntwo\nthree', outbox: [], interaction: null });
  });
});

describe('sending', () => {
  let answers: Answer<{ sequence: number; sentAt: number }>[];
  let sent: { clientMessageId: string; body: string }[];
  const wire = {
    command: (_name: string, payload: { clientMessageId: string; body: string }) => {
      sent.push(payload);
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : new Promise(() => {});
    },
  } as unknown as Wire;
  const compose = (id: string) => ({ type: 'message:composed' as const, message: unsent(id) });
  const sentIds = () => sent.map(({ clientMessageId }) => clientMessageId);

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[C4] sends one at a time, in the order in which it was written', async () => {
    answers = [stored(1)];
    const store = createStore(chatting());
    runOutbox(store, wire);
    for (const id of ['a', 'b', 'c']) store.dispatch(compose(id));
    expect(sentIds()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(0);
    expect(sentIds()).toEqual(['a', 'b']);
    expect(store.getState().messages).toHaveLength(1);
  });

  it('[C2][C3] tries a failed one again by itself, with the same id, before any later one', async () => {
    answers = [refused('unavailable'), refused('internal'), stored(1), stored(2)];
    const store = createStore(chatting());
    runOutbox(store, wire);
    store.dispatch(compose('a'));
    store.dispatch(compose('b'));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().outbox[0]).toMatchObject({ clientMessageId: 'a', hasFailed: true });
    await vi.advanceTimersByTimeAsync(retryDelayMs(1) + retryDelayMs(2));
    expect(sentIds()).toEqual(['a', 'a', 'a', 'b']);
    expect(store.getState().outbox).toEqual([]);
  });

  it('[C2] waits for as long as the server asks', async () => {
    answers = [refused('rate_limited', 7_000), stored(1)];
    const store = createStore(chatting());
    runOutbox(store, wire);
    store.dispatch(compose('a'));
    await vi.advanceTimersByTimeAsync(6_999);
    expect(sentIds()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(sentIds()).toEqual(['a', 'a']);
  });

  it('[C2] does not try again what the server refuses for good, and goes on with the next', async () => {
    answers = [refused('conflict'), stored(1)];
    const store = createStore(chatting());
    runOutbox(store, wire);
    store.dispatch(compose('a'));
    store.dispatch(compose('b'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sentIds()).toEqual(['a', 'b']);
    expect(store.getState().draft).toBe('a');
  });

  it('[C4] waits without a connection, and sends at once when it is back', async () => {
    answers = [stored(1)];
    const store = createStore(chatting());
    runOutbox(store, wire);
    store.dispatch({ type: 'connection:lost' });
    store.dispatch(compose('a'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    const fact = {
      serverNow: 1,
      availability: 'online',
      isRecognised: true,
      token: null,
      visitorName: '',
      visitorEmail: '',
      known: [],
      siteVersion: 0,
      interaction: store.getState().interaction,
      messages: [],
    } as const;
    store.dispatch({ type: 'snapshot', fact: { ...fact, known: [], messages: [] } });
    expect(sentIds()).toEqual(['a']);
  });
});
