import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openCallDesk, type ConnectedCall } from '../../../plugins/attendance/media/call-desk';
import type { CallFact } from '../../../plugins/attendance/media/call/call-news';
import { claimCall, dropClaim } from '../../../plugins/attendance/media/seat/claim-call';
import type {
  CallNews,
  CallPhase,
  CallView,
  OngoingCall,
  OngoingCallOptions,
} from '../../../plugins/attendance/media/call/ongoing-call';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';

const SIDES = ['visitor', 'agent'] as const;
const ID = 1 as InteractionId;
const call = (attempt = 1): ConnectedCall => ({ interactionId: ID, attempt, medium: 'video' });
const seats = (isTaken: boolean): CallFact => ({
  type: 'call:seats',
  fact: { interactionId: ID, visitor: isTaken, agent: isTaken },
});

/** The engine of the browser, which a test has none of. */
class Engine {
  readonly heard: CallNews[] = [];
  phase: CallPhase = 'devices';
  hasLeft = false;
  constructor(readonly options: OngoingCallOptions) {}
  readonly call = {
    getView: () => ({ phase: this.phase }) as CallView,
    hear: (news: CallNews) => void this.heard.push(news),
    leave: () => void (this.hasLeft = true),
  } as Partial<OngoingCall> as OngoingCall;
}

function scene(side: (typeof SIDES)[number], isOwnTab = false) {
  const engines: Engine[] = [];
  const join = vi.fn(() => Promise.resolve('forbidden' as const));
  const desk = openCallDesk({
    side,
    language: 'pt-BR',
    isOwnTab,
    link: () => ({ join, signal: vi.fn(), reportQuality: vi.fn(), reportUnsafe: vi.fn() }),
    loadEngine: () =>
      Promise.resolve((options) => {
        const engine = new Engine(options);
        engines.push(engine);
        return engine.call;
      }),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { desk, engines, join, settle };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  dropClaim();
});

describe.each(SIDES)('the desk of the %s', (side) => {
  it('[M8] leaves the call to a tab that has it, where devices could not be had', async () => {
    const { desk, engines, settle } = scene(side);
    claimCall(ID);
    desk.follow(call(), true);
    await settle();
    if (engines[0]) engines[0].phase = 'failed';
    desk.hear(seats(false));
    expect(desk.getView().seat).toBe('here');
    desk.hear(seats(true));
    expect(desk.getView()).toMatchObject({ seat: 'elsewhere', call: null });
    expect(engines[0]?.hasLeft).toBe(true);
  });

  it('[M8] keeps a call that failed after it had joined: the seat that is taken is its own', async () => {
    const { desk, engines, join, settle } = scene(side);
    claimCall(ID);
    desk.follow(call(), true);
    await settle();
    expect(await engines[0]?.options.link.join(null)).toBe('forbidden');
    expect(join).toHaveBeenCalledWith(null);
    if (engines[0]) engines[0].phase = 'failed';
    desk.hear(seats(true));
    expect(desk.getView().seat).toBe('here');
    expect(engines[0]?.heard.map(({ kind }) => kind)).toEqual(['seats']);
  });

  it('[M7] tells the engine when the server is heard again, and not before', async () => {
    const { desk, engines, settle } = scene(side);
    claimCall(ID);
    desk.follow(call(), true);
    await settle();
    desk.follow(call(), false);
    desk.follow(call(), false);
    expect(engines[0]?.heard).toEqual([]);
    desk.follow(call(), true);
    desk.follow(call(), true);
    expect(engines[0]?.heard).toEqual([{ kind: 'socket-back' }]);
  });

  it('[M8] takes every call into a tab that was opened for it', async () => {
    const { desk, engines, settle } = scene(side, true);
    desk.follow(null, true);
    desk.follow(call(), true);
    await settle();
    expect(desk.getView()).toMatchObject({ seat: 'here', key: '1:1' });
    expect(engines[0]?.options).toMatchObject({ side, medium: 'video' });
  });

  it('[Z134] says that the service ended the call, also where that is told after its end', async () => {
    const { desk, settle } = scene(side);
    claimCall(ID);
    desk.follow(call(), true);
    await settle();
    desk.follow(null, true);
    desk.hear({ type: 'call:unsafe', fact: { interactionId: ID } });
    expect(desk.getView().unsafeId).toBe(ID);
    desk.dismissUnsafe();
    expect(desk.getView().unsafeId).toBeNull();
  });

  it('hears nothing of another interaction', async () => {
    const { desk, engines, settle } = scene(side);
    claimCall(ID);
    desk.follow(call(), true);
    await settle();
    desk.hear({ type: 'call:taken-over', fact: { interactionId: 2 as InteractionId } });
    desk.hear({ type: 'call:connect', fact: { interactionId: 2 as InteractionId, session: 'x' } });
    expect(desk.getView().seat).toBe('here');
    expect(engines[0]?.heard).toEqual([]);
  });
});

it('[M7] takes no harm from what a newer server tells', async () => {
  const { desk, engines, settle } = scene('agent');
  claimCall(ID);
  desk.follow(call(), true);
  await settle();
  desk.hear({ type: 'call:newer', fact: { interactionId: ID } } as never);
  expect(engines[0]?.heard).toEqual([]);
});
