import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { reduce } from '../../../../admin/src/model/reduce';
import type { State } from '../../../../admin/src/model/state';
import { findGap } from '../../../../plugins/attendance/protocol/rules/transcript';
import {
  after,
  changed,
  composed,
  fromAgent,
  fromVisitor,
  id,
  interaction,
  posted,
  SELF,
  snapshot,
} from '../builders';

const loaded = { type: 'messages:listed', interactionId: id(1), messages: [] } as const;
const sequencesOf = (state: State) =>
  state.transcripts.get(id(1))?.messages.map(({ sequence }) => sequence) ?? [];

describe('facts', () => {
  it('[C3] puts messages in one order, each once, in whatever order and however often they are told', () => {
    const all = [1, 2, 3, 4, 5, 6].map((sequence) => fromVisitor(sequence));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.constantFrom(...all)),
        (shuffled, again) => {
          const state = after(snapshot([interaction()]), loaded, ...[...shuffled, ...again].map(posted));
          expect(sequencesOf(state)).toEqual([1, 2, 3, 4, 5, 6]);
          expect(state.interactions.get(id(1))?.lastSequence).toBe(6);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('[C3] leaves a gap to be seen, and closes it with what was asked for', () => {
    const before = after(
      snapshot([interaction({ lastSequence: 1 })]),
      { ...loaded, messages: [fromVisitor(1)] },
      posted(fromVisitor(4)),
    );
    const held = before.transcripts.get(id(1))?.messages ?? [];
    expect(findGap(held, 4)).toBe(1);
    const filled = reduce(before, { ...loaded, messages: [fromVisitor(2), fromVisitor(3), fromVisitor(4)] });
    expect(findGap(filled.transcripts.get(id(1))?.messages ?? [], 4)).toBeNull();
  });

  it('[C3] keeps what it holds against an older revision', () => {
    const state = after(
      snapshot([interaction({ revision: 5, openedAt: 3_000 })]),
      changed(interaction({ revision: 4, openedAt: null })),
    );
    expect(state.interactions.get(id(1))?.openedAt).toBe(3_000);
  });

  it('takes a newer revision whole', () => {
    const state = after(snapshot([interaction()]), changed(interaction({ revision: 6, visitorEndedAt: 9 })));
    expect(state.interactions.get(id(1))?.visitorEndedAt).toBe(9);
  });

  it('[S4] knows from a message alone who waits, since when, and how many are unread', () => {
    const state = after(
      snapshot([interaction()]),
      posted(fromVisitor(1, 'oi', 50)),
      posted(fromVisitor(2, 'alô', 60)),
    );
    expect(state.interactions.get(id(1))).toMatchObject({
      lastWriter: 'visitor',
      pendingSince: 50,
      unreadCount: 2,
      lastPreview: { side: 'visitor', body: 'alô', sentAt: 60 },
    });
  });

  it('[S5] nothing is pending after the agent wrote', () => {
    const state = after(
      snapshot([interaction()]),
      posted(fromVisitor(1)),
      posted(fromAgent(2, 'agent-2', 'já vejo')),
    );
    expect(state.interactions.get(id(1))).toMatchObject({ lastWriter: 'agent', pendingSince: null });
  });

  it('[C2] moves a watermark forward only', () => {
    const receipt = (delivered: number, read: number) =>
      ({
        type: 'receipt:advanced',
        fact: { interactionId: id(1), side: 'visitor', watermark: { delivered, read } },
        at: 0,
      }) as const;
    const state = after(snapshot([interaction()]), receipt(3, 2), receipt(1, 3));
    expect(state.interactions.get(id(1))?.receipts.visitor).toEqual({ delivered: 3, read: 3 });
  });

  it('[C5] ends the typing with the message that was typed', () => {
    const typing = {
      type: 'typing:changed',
      fact: { interactionId: id(1), isTyping: true },
      at: 1_000,
    } as const;
    const typed = after(snapshot([interaction()]), typing);
    expect(typed.typingUntil.get(id(1))).toBe(7_000);
    expect(reduce(typed, posted(fromVisitor(1))).typingUntil.has(id(1))).toBe(false);
  });

  it('[A6] forgets an interaction that is no longer the agent’s, with all that belonged to it', () => {
    const state = after(
      snapshot([interaction()]),
      { type: 'interaction:selected', interactionId: id(1) },
      { type: 'draft:changed', interactionId: id(1), draft: 'oi' },
      composed('agent-1', 'oi'),
      { type: 'interaction:removed', fact: { interactionId: id(1), reason: 'ended' }, at: 0 },
    );
    expect(state).toMatchObject({ selectedId: null, outbox: [] });
    expect(state.interactions.size + state.drafts.size + state.transcripts.size).toBe(0);
  });

  it('[C3] keeps selection, drafts and unsent text across a reconnection', () => {
    const state = after(
      snapshot([interaction()]),
      { type: 'interaction:selected', interactionId: id(1) },
      { type: 'draft:changed', interactionId: id(1), draft: 'meio' },
      composed('agent-1', 'inteiro'),
      { type: 'draft:changed', interactionId: id(1), draft: 'meio' },
      { type: 'connection:lost' },
    );
    expect(state.connection).toBe('reconnecting');
    const again = reduce(state, snapshot([interaction({ revision: 9 })]));
    expect(again).toMatchObject({ connection: 'live', selectedId: 1 });
    expect(again.drafts.get(id(1))).toBe('meio');
    expect(again.outbox.map(({ body }) => body)).toEqual(['inteiro']);
  });

  it('[Z99] finding S3: keeps nothing of an interaction whose number is somebody else’s after a transfer', () => {
    const state = after(snapshot([interaction()]), loaded, composed('agent-1', 'olá'));
    expect(state.outbox).toHaveLength(1);
    const another = reduce(state, snapshot([interaction({ waitingSince: 9_000 })]));
    expect(another.outbox).toEqual([]);
    expect(another.transcripts.size).toBe(0);
    expect(another.selectedId).toBeNull();
  });

  it('measures the server’s clock against the browser’s', () => {
    expect(after(snapshot([], { serverNow: 5_500 })).clockOffsetMs).toBe(5_500);
  });

  it('[R13] lists what was left, oldest first, until it is answered', () => {
    const left = (number: number, status: 'open' | 'taken' | 'answered') =>
      ({
        type: 'offline-message:changed',
        at: 0,
        fact: {
          offlineMessage: {
            id: id(number),
            siteId: id(1),
            siteName: 'Loja',
            status,
            name: 'Bia',
            email: 'bia@exemplo.com',
            body: 'oi',
            originUrl: '',
            leftAt: number,
            takenBy: null,
          },
        },
      }) as const;
    const state = after(snapshot([]), left(2, 'open'), left(1, 'open'), left(2, 'taken'));
    expect(state.offlineMessages.map(({ id: each, status }) => [each, status])).toEqual([
      [1, 'open'],
      [2, 'taken'],
    ]);
    expect(reduce(state, left(1, 'answered')).offlineMessages).toHaveLength(1);
  });
});

describe('outbox', () => {
  const sent = [snapshot([interaction()]), loaded, composed('agent-1', 'olá')];

  it('[C2] settles with the acknowledgement', () => {
    const state = after(...sent, {
      type: 'message:stored',
      clientMessageId: 'agent-1',
      sequence: 1,
      sentAt: 99,
    });
    expect(state.outbox).toEqual([]);
    expect(state.transcripts.get(id(1))?.messages).toMatchObject([
      { side: 'agent', sequence: 1, sentAt: 99, body: 'olá', agentName: SELF.publicName },
    ]);
  });

  it('[C3] settles with the fact when it overtakes the acknowledgement, and shows the message once', () => {
    const state = after(...sent, posted(fromAgent(1, 'agent-1', 'olá')), {
      type: 'message:stored',
      clientMessageId: 'agent-1',
      sequence: 1,
      sentAt: 10_001,
    });
    expect(state.outbox).toEqual([]);
    expect(sequencesOf(state)).toEqual([1]);
  });

  it('[C2] keeps the text of a message that failed, under the same id', () => {
    const failed = after(...sent, { type: 'message:failed', clientMessageId: 'agent-1' });
    expect(failed.outbox).toMatchObject([{ clientMessageId: 'agent-1', body: 'olá', hasFailed: true }]);
    const retried = reduce(failed, { type: 'message:retried', clientMessageId: 'agent-1' });
    expect(retried.outbox).toMatchObject([{ clientMessageId: 'agent-1', hasFailed: false }]);
  });

  it('[C2] a refusal gives the text back to the draft, before what was typed since', () => {
    const state = after(
      ...sent,
      { type: 'draft:changed', interactionId: id(1), draft: 'e mais' },
      { type: 'message:refused', clientMessageId: 'agent-1', code: 'conflict' },
    );
    expect(state).toMatchObject({ outbox: [], notice: 'conflict' });
    expect(state.drafts.get(id(1))).toBe('olá\ne mais');
  });

  it('empties the draft of what is sent', () => {
    const state = after(
      snapshot([interaction()]),
      { type: 'draft:changed', interactionId: id(1), draft: 'olá' },
      composed('agent-1', 'olá'),
    );
    expect(state.drafts.has(id(1))).toBe(false);
  });
});
