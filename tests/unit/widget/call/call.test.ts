import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Call } from '../../../../plugins/attendance/protocol/calls/calls';
import { describeCall } from '../../../../widget/app/call/describe-call';
import { texts as english } from '../../../../widget/app/i18n/en/call';
import { texts as spanish } from '../../../../widget/app/i18n/es/call';
import { texts as portuguese } from '../../../../widget/app/i18n/pt-BR/call';
import type { FactAction } from '../../../../widget/app/model/actions';
import { canAskCall, hasCalls, isCalling, isInvited, liveCall } from '../../../../widget/app/model/call';
import { reduce } from '../../../../widget/app/model/reduce';
import { toTimeline } from '../../../../widget/app/model/timeline';
import { createCallNewsroom } from '../../../../widget/app/realtime/call-news';
import type { CallFact } from '../../../../plugins/attendance/media/call/call-news';
import { claimCall, dropClaim, isCallClaimed } from '../../../../plugins/attendance/media/seat/claim-call';
import { assigned, chatting, ended, waiting } from '../builders';

const ringing = (by: 'visitor' | 'agent'): Call => ({ state: 'ringing', by, medium: 'voice', until: 9_000 });
const connected: Call = { state: 'connected', attempt: 1, medium: 'video', startedAt: 1_000 };
const withCall = (call: Call | null) => chatting({ interaction: assigned({ call, revision: 6 }) });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('[M1] what the panel knows of a call', () => {
  it.each([
    ['a chat', chatting(), false, false, false, true],
    ['one who waits for a chat', chatting({ interaction: waiting() }), false, false, false, false],
    [
      'one who waits for a call',
      chatting({ interaction: waiting({ channel: 'voice' }) }),
      true,
      true,
      false,
      false,
    ],
    ['the visitor asks', withCall(ringing('visitor')), true, true, false, false],
    ['the agent asks', withCall(ringing('agent')), true, false, true, false],
    ['they talk', withCall(connected), true, false, false, false],
    [
      'a call that was hung up',
      chatting({ interaction: assigned({ channel: 'voice' }) }),
      false,
      false,
      false,
      true,
    ],
    ['an ended one', chatting({ interaction: ended({ call: connected }) }), false, false, false, false],
  ])('%s', (_name, state, has, calls, invited, canAsk) => {
    expect([hasCalls(state), isCalling(state), isInvited(state), canAskCall(state)]).toEqual([
      has,
      calls,
      invited,
      canAsk,
    ]);
  });

  it('[M5] takes the call with the interaction, and lets go of it when that is over', () => {
    const news: FactAction = {
      type: 'interaction:changed',
      fact: { interaction: assigned({ call: connected, revision: 7 }) },
    };
    expect(liveCall(reduce(chatting(), news))).toEqual(connected);
    const snapshot: FactAction = {
      type: 'snapshot',
      fact: {
        serverNow: 1,
        availability: 'online',
        isRecognised: true,
        token: null,
        visitorName: '',
        visitorEmail: '',
        known: [],
        siteVersion: 0,
        interaction: null,
        messages: [],
      },
    };
    const over = reduce(withCall(connected), snapshot);
    expect(over.interaction).toMatchObject({ status: 'ended', call: null });
  });

  it('asks only while the server listens', () => {
    expect(canAskCall({ ...withCall(null), connection: 'reconnecting' })).toBe(false);
    expect(canAskCall({ ...withCall(null), isConfirmingEnd: true })).toBe(false);
  });

  it('tells each call in the conversation', () => {
    const lines = [
      { kind: 'call-started' as const, medium: 'voice' as const },
      { kind: 'call-ended' as const, medium: 'voice' as const, by: 'agent' as const, durationMs: 61_000 },
      {
        kind: 'call-unanswered' as const,
        medium: 'voice' as const,
        by: 'agent' as const,
        reason: 'lapsed' as const,
      },
    ];
    const messages = lines.map((line, index) => ({
      sequence: index + 1,
      sentAt: 1,
      side: 'system' as const,
      line,
    }));
    expect(toTimeline(chatting({ messages }))).toHaveLength(3);
  });
});

describe('news of calls', () => {
  const fact = (type: string): FactAction => ({ type, fact: { interactionId: 1 } }) as unknown as FactAction;

  it('waits for the part that carries calls, and tells nothing else', () => {
    const room = createCallNewsroom();
    const heard: CallFact['type'][] = [];
    room.tell(fact('call:seats'));
    room.tell(fact('message:posted'));
    room.listen(({ type }) => heard.push(type));
    room.tell(fact('call:connect'));
    expect(heard).toEqual(['call:seats', 'call:connect']);
  });

  it('keeps the server’s clock', () => {
    vi.useFakeTimers({ now: 10_000 });
    const room = createCallNewsroom();
    room.tell({ type: 'snapshot', fact: { serverNow: 12_500 } } as unknown as FactAction);
    expect(room.serverAheadMs()).toBe(2_500);
    vi.useRealTimers();
  });
});

describe('[P6] [M7] the tab that a call belongs to', () => {
  it('is known to its next page', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    claimCall(7);
    expect([...kept.values()]).toEqual(['7']);
    expect([isCallClaimed(7), isCallClaimed(8)]).toEqual([true, false]);
    dropClaim();
    expect(isCallClaimed(7)).toBe(false);
  });

  it('is known to this page where storage is blocked', () => {
    claimCall(7);
    expect(isCallClaimed(7)).toBe(true);
    dropClaim();
  });
});

describe('[M8] what a call says of itself', () => {
  it('[M6] tells a visitor what is not heard, and nothing of quality', () => {
    const view = { medium: 'video' } as Parameters<typeof describeCall>[0];
    const say = (phase: typeof view.phase, hasMet = true) =>
      describeCall({ ...view, phase }, hasMet, portuguese);
    expect(say('devices')).toContain('câmera');
    expect(say('alone', false)).not.toBe(say('alone'));
    expect(say('connected')).toBe('Em chamada');
    expect(say('reconnecting')).toContain('Reconectando');
  });

  it.each([
    ['pt-BR', portuguese],
    ['en', english],
    ['es', spanish],
  ])('has another text for every problem in %s', (_locale, { problem }) => {
    const texts = Object.values(problem);
    expect(new Set(texts).size).toBe(12);
  });
});
