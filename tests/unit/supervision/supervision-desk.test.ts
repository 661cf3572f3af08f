import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openSupervisionDesk, type SupervisionDesk } from '../../../admin/src/desks/supervision-desk';
import type { Action } from '../../../admin/src/model/actions';
import { INITIAL_STATE, type ConnectionState } from '../../../admin/src/model/state';
import type { Followed } from '../../../admin/src/realtime/supervision-commands';
import type { Answer, ProtocolError } from '../../../plugins/attendance/protocol/shared/errors';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import { fromAgent, fromVisitor, id, interaction } from '../admin/builders';
import { note, supervised } from './board-builders';

/** What was asked, in its order, and how to answer it. */
interface Asked {
  readonly name: string;
  readonly payload: unknown;
  readonly settle: (answer: Answer<never>) => void;
}

let asked: Asked[];
let told: string[];
let dispatched: Action[];
let connection: ConnectionState;
let listeners: (() => void)[];
let desk: SupervisionDesk;

const ask = (name: string, payload: unknown): Promise<Answer<never>> =>
  new Promise((settle) => asked.push({ name, payload, settle }));

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  told = [];
  dispatched = [];
  connection = 'live';
  listeners = [];
  const refusedOf = async (answer: Promise<Answer<never>>) => {
    const told = await answer;
    return told.ok ? null : told.error;
  };
  desk = openSupervisionDesk(
    {
      getState: () => ({ ...INITIAL_STATE, connection }),
      dispatch: (action) => void dispatched.push(action),
      subscribe: (listener) => {
        listeners.push(listener);
        return () => (listeners = listeners.filter((each) => each !== listener));
      },
    },
    {
      follow: (payload) => ask('follow', payload),
      unfollow: (which) => void told.push(`unfollow ${which}`),
      listMessages: (payload) => ask('list', payload),
      whisper: (payload) => ask('whisper', payload),
      takeOver: (payload) => ask('take-over', payload),
      putBack: (payload) => refusedOf(ask('put-back', payload)),
      endFollowed: (which, closingNote) => refusedOf(ask('end', { which, closingNote })),
    },
  );
});
afterEach(() => {
  desk.stop();
  vi.useRealTimers();
});

const last = (): Asked => {
  const one = asked.at(-1);
  if (one === undefined) throw new Error('nothing was asked');
  return one;
};
const answer = async (data: unknown): Promise<void> => {
  last().settle({ ok: true, data } as Answer<never>);
  await vi.advanceTimersByTimeAsync(0);
};
const refuse = async (error: Omit<ProtocolError, 'message'>): Promise<void> => {
  last().settle({ ok: false, error: { ...error, message: '' } });
  await vi.advanceTimersByTimeAsync(0);
};
const connect = (to: ConnectionState): void => {
  connection = to;
  for (const listener of listeners) listener();
};
const followed = (messages: readonly Message[] = [], more: Partial<Followed> = {}): Followed => ({
  interaction: supervised({ lastSequence: messages.at(-1)?.sequence ?? 0 }),
  messages: [...messages],
  hasMore: false,
  notes: [],
  ...more,
});
const follow = async (messages: readonly Message[] = [fromVisitor(1)]): Promise<void> => {
  desk.choose(id(1));
  await answer(followed(messages));
};
const sequences = () => desk.getState().messages.map(({ sequence }) => sequence);

describe('following an interaction', () => {
  it('[R17] [Z181] shows what was said and noted, and keeps nothing of it in one’s own list', async () => {
    desk.choose(id(1));
    expect(desk.getState()).toMatchObject({ standing: 'opening', interaction: null });
    await answer(followed([fromVisitor(1), fromAgent(2, 'a')], { notes: [note(1)] }));
    expect(desk.getState()).toMatchObject({ standing: 'following', interaction: { agentName: 'Ana' } });
    expect(sequences()).toEqual([1, 2]);
    expect(desk.getState().notes).toEqual([note(1)]);
    expect(dispatched).toEqual([]);
  });

  it('[R17] keeps what comes while it asks', async () => {
    desk.choose(id(1));
    desk.hear({
      type: 'supervision:message-posted',
      fact: { interactionId: id(1), message: fromVisitor(2) },
    });
    desk.hear({
      type: 'supervision:changed',
      fact: { interaction: supervised({ revision: 9, agentName: 'Bruno' }) },
    });
    await answer(followed([fromVisitor(1)]));
    expect(sequences()).toEqual([1, 2]);
    expect(desk.getState().interaction?.agentName).toBe('Bruno');
  });

  it('[R17] drops what is stale, or of another', async () => {
    await follow();
    desk.hear({ type: 'supervision:changed', fact: { interaction: supervised({ revision: 4 }) } });
    desk.hear({
      type: 'supervision:message-posted',
      fact: { interactionId: id(2), message: fromVisitor(5) },
    });
    desk.hear({ type: 'supervision:note-written', fact: { note: note(1, { interactionId: id(2) }) } });
    expect(desk.getState().interaction?.revision).toBe(5);
    expect(sequences()).toEqual([1]);
    expect(desk.getState().notes).toEqual([]);
  });

  it('[R17] [C3] asks for what is missing between', async () => {
    await follow();
    desk.hear({
      type: 'supervision:message-posted',
      fact: { interactionId: id(1), message: fromVisitor(3) },
    });
    await vi.advanceTimersByTimeAsync(300);
    expect(last()).toMatchObject({ name: 'list', payload: { interactionId: id(1), afterSequence: 1 } });
    await answer({ messages: [fromVisitor(2), fromVisitor(3)], hasMore: false });
    expect(sequences()).toEqual([1, 2, 3]);
  });

  it('[R17] reads older lines page by page', async () => {
    await follow([fromVisitor(5)]);
    const page = desk.loadEarlier();
    expect(last()).toMatchObject({ name: 'list', payload: { interactionId: id(1), beforeSequence: 5 } });
    await answer({ messages: [fromVisitor(4)], hasMore: true });
    await page;
    expect(sequences()).toEqual([4, 5]);
  });

  it('[R17] [C5] shows who types, until they send or stop', async () => {
    await follow();
    const types = (side: 'visitor' | 'agent', isTyping: boolean) =>
      desk.hear({
        type: 'supervision:typing-changed',
        fact: { interactionId: id(1), side, isTyping },
      });
    types('visitor', true);
    types('agent', true);
    expect(desk.getState().typingUntil.visitor).toBeGreaterThan(Date.now());
    types('agent', false);
    expect(desk.getState().typingUntil.agent).toBe(0);
    desk.hear({
      type: 'supervision:message-posted',
      fact: { interactionId: id(1), message: fromVisitor(2) },
    });
    expect(desk.getState().typingUntil.visitor).toBe(0);
  });

  it('[R17] [C2] shows how far the visitor has read; no news goes back', async () => {
    await follow();
    const reads = (delivered: number, read: number) =>
      desk.hear({
        type: 'supervision:receipt-advanced',
        fact: { interactionId: id(1), side: 'visitor', watermark: { delivered, read } },
      });
    const { agent } = desk.getState().interaction?.receipts ?? {};
    reads(7, 6);
    reads(6, 5);
    expect(desk.getState().interaction?.receipts).toEqual({ visitor: { delivered: 7, read: 6 }, agent });
  });

  it('[R17] another one is followed instead, and the first no more', async () => {
    await follow();
    desk.choose(id(2));
    expect(told).toEqual(['unfollow 1']);
    expect(desk.getState()).toMatchObject({ id: id(2), messages: [], standing: 'opening' });
    const [first] = asked;
    first?.settle({ ok: true, data: followed([fromVisitor(9)]) } as never);
    await vi.advanceTimersByTimeAsync(0);
    expect(sequences()).toEqual([]);
  });

  it('[R17] [Z180] follows again after a new connection, and keeps what it had', async () => {
    await follow();
    connect('reconnecting');
    expect(desk.getState().standing).toBe('lost');
    connect('live');
    expect(last().name).toBe('follow');
    await answer(followed([fromVisitor(2)]));
    expect(desk.getState().standing).toBe('following');
    expect(sequences()).toEqual([1, 2]);
  });

  it.each(['over', 'yours', 'forbidden'] as const)(
    '[R17] ends as %s, and is not begun again by a new connection',
    async (reason) => {
      await follow();
      desk.hear({ type: 'supervision:released', fact: { interactionId: id(1), reason } });
      expect(desk.getState().standing).toBe(reason);
      const before = asked.length;
      connect('reconnecting');
      connect('live');
      expect(desk.getState().standing).toBe(reason);
      expect(asked).toHaveLength(before);
      desk.choose(null);
      expect(told).toEqual([]);
    },
  );

  it('[R17] a refusal is told, and tried again by hand', async () => {
    desk.choose(id(1));
    await refuse({ code: 'conflict' });
    expect(desk.getState()).toMatchObject({ standing: 'failed', refusal: 'conflict' });
    desk.retry();
    await answer(followed());
    expect(desk.getState().standing).toBe('following');
  });
});

describe('a whisper', () => {
  it('[R17] stands at once, and once when it is stored', async () => {
    await follow();
    desk.draft('Oferece o frete');
    desk.whisper('Oferece o frete');
    const { drafts, outbox } = desk.getState();
    expect(drafts.get(id(1))).toBeUndefined();
    expect(outbox).toMatchObject([{ body: 'Oferece o frete', isNote: true, isWhisper: true }]);
    const clientNoteId = outbox[0]?.clientMessageId ?? '';
    expect(last().payload).toEqual({ interactionId: id(1), clientNoteId, body: 'Oferece o frete' });
    await answer({ note: note(1, { clientNoteId }) });
    expect(desk.getState().outbox).toEqual([]);
    expect(desk.getState().notes).toHaveLength(1);
  });

  it('[R17] [Z182] that could not be sent is sent again after a new connection, with the same id', async () => {
    await follow();
    desk.whisper('Calma');
    const first = last().payload;
    await refuse({ code: 'unavailable' });
    expect(desk.getState().outbox).toMatchObject([{ hasFailed: true }]);
    connect('reconnecting');
    connect('live');
    await answer(followed([fromVisitor(1)]));
    expect(last()).toMatchObject({ name: 'whisper', payload: first });
    expect(desk.getState().outbox).toMatchObject([{ hasFailed: false }]);
  });

  it('[R17] [Z182] that is refused for good comes back into the box, before what was begun since', async () => {
    await follow();
    desk.whisper('um');
    desk.draft('dois');
    await refuse({ code: 'conflict' });
    expect(desk.getState()).toMatchObject({ outbox: [], whisperRefusal: 'conflict' });
    expect(desk.getState().drafts.get(id(1))).toBe('um\ndois');
    desk.draft('um');
    expect(desk.getState().whisperRefusal).toBeNull();
  });

  it('[R17] [Z182] that could not be sent waits while another is read, and goes when its interaction is read again', async () => {
    await follow();
    desk.whisper('Calma');
    const first = last().payload;
    await refuse({ code: 'unavailable' });
    desk.choose(id(2));
    await answer(followed([], { interaction: supervised({ id: id(2) }) }));
    expect(last().name).toBe('follow');
    expect(desk.getState().outbox).toMatchObject([{ interactionId: id(1), hasFailed: true }]);
    desk.choose(null);
    desk.choose(id(1));
    await answer(followed([fromVisitor(1)]));
    expect(last()).toMatchObject({ name: 'whisper', payload: first });
  });

  it('[R17] [Z182] on its way is stored while another is read, and stands among nobody else’s notes', async () => {
    await follow();
    desk.whisper('Calma');
    const sent = last();
    const clientNoteId = desk.getState().outbox[0]?.clientMessageId ?? '';
    desk.choose(id(2));
    sent.settle({ ok: true, data: { note: note(1, { clientNoteId }) } } as never);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.getState()).toMatchObject({ id: id(2), notes: [], outbox: [] });
  });

  it('[R17] [Z182] refused while another is read is in its own box when it is read again', async () => {
    await follow();
    desk.whisper('Calma');
    const sent = last();
    desk.choose(id(2));
    sent.settle({ ok: false, error: { code: 'conflict', message: '' } } as never);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.getState()).toMatchObject({ outbox: [], whisperRefusal: null });
    expect(desk.getState().drafts.get(id(1))).toBe('Calma');
    expect(desk.getState().drafts.get(id(2))).toBeUndefined();
  });

  it('[R17] begun is kept for its interaction while another is read', async () => {
    await follow();
    desk.draft('meio');
    desk.choose(id(2));
    desk.choose(id(1));
    expect(desk.getState().drafts.get(id(1))).toBe('meio');
  });
});

describe('what a supervisor does', () => {
  it('[R17] takes over: from then on it is in one’s own list', async () => {
    await follow();
    const done = desk.takeOver();
    await answer({ interaction: interaction() });
    expect(await done).toBeNull();
    expect(dispatched).toEqual([{ type: 'interaction:answered', interaction: interaction() }]);
  });

  it('[R17] [Z183] a take-over that does not fit is refused with the obstacle, and nothing is in one’s list', async () => {
    await follow();
    const done = desk.takeOver();
    await refuse({ code: 'conflict', obstacle: 'full' });
    expect(await done).toMatchObject({ code: 'conflict', obstacle: 'full' });
    expect(dispatched).toEqual([]);
  });

  it('[R17] puts back and ends what is followed, and nothing when nothing is', async () => {
    expect(await desk.putBack()).toMatchObject({ code: 'not_found' });
    expect(await desk.end('')).toMatchObject({ code: 'not_found' });
    await follow();
    const back = desk.putBack();
    expect(last()).toMatchObject({ name: 'put-back', payload: id(1) });
    await answer({});
    expect(await back).toBeNull();
    const end = desk.end('ficou aberta');
    expect(last().payload).toEqual({ which: id(1), closingNote: 'ficou aberta' });
    await answer({});
    expect(await end).toBeNull();
  });
});
