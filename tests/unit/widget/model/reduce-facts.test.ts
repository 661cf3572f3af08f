import { describe, expect, it } from 'vitest';

import type { VisitorFactPayload } from '../../../../plugins/attendance/protocol/wire/events';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { reduce } from '../../../../widget/app/model/reduce';
import { assigned, chatting, ended, fromAgent, fromVisitor, NEW_PANEL, unsent, waiting } from '../builders';

const first = 1 as InteractionId;
const second = 2 as InteractionId;

function snapshot(overrides: Partial<VisitorFactPayload<'snapshot'>> = {}) {
  const fact: VisitorFactPayload<'snapshot'> = {
    serverNow: 10_000,
    availability: 'online',
    isRecognised: true,
    token: null,
    visitorName: 'Carla',
    visitorEmail: '',
    known: [],
    siteVersion: 0,
    interaction: null,
    messages: [],
    ...overrides,
  };
  return { type: 'snapshot', fact } as const;
}

const changed = (interaction: ReturnType<typeof assigned>) =>
  ({ type: 'interaction:changed', fact: { interaction } }) as const;
const posted = (message: ReturnType<typeof fromAgent>, interactionId = first) =>
  ({ type: 'message:posted', fact: { interactionId, message } }) as const;

describe('snapshot', () => {
  it('[P2] takes a fresh token in place of the one presented, and keeps that one where there is none', () => {
    const known = { ...NEW_PANEL, token: 'old' };
    expect(reduce(known, snapshot({ token: 'fresh' })).token).toBe('fresh');
    expect(reduce(known, snapshot()).token).toBe('old');
    expect(reduce(known, snapshot({ isRecognised: false })).token).toBeNull();
  });

  it('[P2] resumes the live interaction with its transcript, and keeps draft and outbox', () => {
    const restored = {
      ...NEW_PANEL,
      token: 'token-one',
      resumedId: 1,
      draft: 'half a sent',
      outbox: [unsent('waits-1')],
    };
    const state = reduce(restored, snapshot({ interaction: assigned(), messages: [fromAgent(1)] }));
    expect(state).toMatchObject({ connection: 'live', hasSnapshot: true, draft: 'half a sent' });
    expect(state.messages.map(({ sequence }) => sequence)).toEqual([1]);
    expect(state.outbox.map(({ clientMessageId }) => clientMessageId)).toEqual(['waits-1']);
  });

  it('[P2] takes out of the outbox what the transcript shows to be stored', () => {
    const restored = { ...NEW_PANEL, token: 't', resumedId: 1, outbox: [unsent('a'), unsent('b')] };
    const messages = [fromVisitor(1, 'a')];
    const state = reduce(restored, snapshot({ interaction: assigned(), messages }));
    expect(state.outbox.map(({ clientMessageId }) => clientMessageId)).toEqual(['b']);
  });

  it('[P3] forgets a token that the server does not know', () => {
    const state = reduce({ ...NEW_PANEL, token: 'old' }, snapshot({ isRecognised: false }));
    expect(state.token).toBeNull();
  });

  it('[P3] shows how the resumed interaction ended, and no other ended one', () => {
    const resumed = { ...NEW_PANEL, token: 't', resumedId: 1 };
    expect(reduce(resumed, snapshot({ interaction: ended() })).interaction?.status).toBe('ended');
    const other = reduce(resumed, snapshot({ interaction: ended({ id: second }) }));
    expect(other.interaction).toBeNull();
  });

  it('[W3] ends on the screen what the server knows no more, with its transcript', () => {
    const state = reduce(chatting({ messages: [fromAgent(1)] }), snapshot());
    expect(state.interaction).toMatchObject({ status: 'ended', endedBy: 'nobody', endedAt: 10_000 });
    expect(state.messages).toHaveLength(1);
  });

  it('[W3] leaves an end that is on the screen as it is', () => {
    const held = ended({ endedBy: 'agent' });
    expect(reduce(chatting({ interaction: held }), snapshot()).interaction).toEqual(held);
  });
});

describe('interaction:changed', () => {
  it('[C3] ignores an older revision', () => {
    const state = chatting({ interaction: assigned({ revision: 5 }) });
    expect(reduce(state, changed(waiting({ revision: 4 })))).toBe(state);
    expect(reduce(state, changed(ended({ revision: 6 }))).interaction?.status).toBe('ended');
  });

  it('[P6] takes one that another tab has started, in place of one that ended', () => {
    const state = chatting({ interaction: ended(), messages: [fromAgent(1)] });
    const next = reduce(state, changed(waiting({ id: second, revision: 1 })));
    expect(next.interaction?.id).toBe(second);
    expect(next.messages).toEqual([]);
    expect(reduce(chatting({ interaction: null }), changed(assigned())).interaction?.id).toBe(first);
  });

  it('[W3] ignores the late end of an earlier interaction', () => {
    const state = chatting({ interaction: assigned({ id: second, revision: 1 }) });
    expect(reduce(state, changed(ended({ revision: 9 })))).toBe(state);
    const home = chatting({ interaction: null });
    expect(reduce(home, changed(ended({ revision: 9 })))).toBe(home);
  });

  it('[C2] never takes a watermark back', () => {
    const receipts = { visitor: { delivered: 3, read: 3 }, agent: { delivered: 4, read: 2 } };
    const state = chatting({ interaction: assigned({ receipts }) });
    const late = { visitor: { delivered: 1, read: 0 }, agent: { delivered: 5, read: 1 } };
    const next = reduce(state, changed(assigned({ revision: 6, receipts: late })));
    expect(next.interaction?.receipts).toEqual({
      visitor: { delivered: 3, read: 3 },
      agent: { delivered: 5, read: 2 },
    });
  });
});

describe('message:posted', () => {
  it('[C3] holds each message once and in order, whatever comes twice or late', () => {
    let state = chatting();
    for (const sequence of [2, 4, 1, 2, 4, 3]) state = reduce(state, posted(fromAgent(sequence)));
    expect(state.messages.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  it('[C3] leaves the state alone for a duplicate, and for another interaction', () => {
    const state = chatting({ messages: [fromAgent(1)] });
    expect(reduce(state, posted(fromAgent(1)))).toBe(state);
    expect(reduce(state, posted(fromAgent(2), second))).toBe(state);
  });

  it('[C3] settles the outbox when the fact overtakes the acknowledgement', () => {
    const state = reduce(chatting({ outbox: [unsent('mine')] }), posted(fromVisitor(1, 'mine')));
    expect(state.outbox).toEqual([]);
    const after = reduce(state, {
      type: 'message:stored',
      clientMessageId: 'mine',
      answer: { sequence: 1, sentAt: 1_000 },
    });
    expect(after.messages).toHaveLength(1);
  });

  it('[C5] ends the typing of an agent whose message is here', () => {
    const state = chatting({ isAgentTyping: true });
    expect(reduce(state, posted(fromAgent(1))).isAgentTyping).toBe(false);
    expect(reduce(state, posted(fromVisitor(1))).isAgentTyping).toBe(true);
  });
});

it('[R12] takes a new place only while waiting, and only for the interaction at hand', () => {
  const place = { position: 2, estimatedWaitMs: 60_000 };
  const queued = chatting({ interaction: waiting() });
  const news = (interactionId: InteractionId) =>
    ({ type: 'queue:changed', fact: { interactionId, place } }) as const;
  expect(reduce(queued, news(first)).interaction).toMatchObject({ status: 'waiting', place });
  expect(reduce(queued, news(second))).toBe(queued);
  const assignedState = chatting();
  expect(reduce(assignedState, news(first))).toBe(assignedState);
});

it('[R13] knows when somebody attends again, and forgets it when they do', () => {
  const closed = { availability: 'outside-hours', opensAt: 1_764_000_000_000 } as const;
  const waiting = reduce(chatting(), { type: 'availability:changed', fact: closed });
  expect(waiting.opensAt).toBe(closed.opensAt);
  const fact = { availability: 'online' } as const;
  expect(reduce(waiting, { type: 'availability:changed', fact }).opensAt).toBeNull();
});

it('[R13] follows the availability', () => {
  const fact = { availability: 'outside-hours' } as const;
  expect(reduce(chatting(), { type: 'availability:changed', fact }).availability).toBe('outside-hours');
});

it('[C3] leaves alone what a newer server tells', () => {
  const state = chatting();
  expect(reduce(state, { type: 'weather:changed', fact: {} } as never)).toBe(state);
});
