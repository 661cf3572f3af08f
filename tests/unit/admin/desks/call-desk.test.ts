import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openCallDesk } from '../../../../admin/src/desks/call-desk';
import { createStore } from '../../../../admin/src/model/store';
import type { CallFact } from '../../../../plugins/attendance/media/call/call-news';
import { claimCall, dropClaim, isCallClaimed } from '../../../../plugins/attendance/media/seat/claim-call';
import type {
  CallNews,
  OngoingCall,
  StartCall,
} from '../../../../plugins/attendance/media/call/ongoing-call';
import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import { changed, id, interaction, snapshot } from '../builders';

let revision = 10;

/** Interaction 1 in its call, or without one. */
function inCall(attempt: number | null = 1): AgentInteraction {
  revision += 1;
  const call =
    attempt === null
      ? null
      : ({ state: 'connected', by: 'visitor', medium: 'video', attempt, startedAt: 5_000 } as const);
  return interaction({ revision, channel: 'video', beganAs: 'video', call });
}

const seats = (agent: boolean): CallFact => ({
  type: 'call:seats',
  fact: { interactionId: id(1), visitor: true, agent },
});
const connect = (session: string, interactionId = 1): CallFact => ({
  type: 'call:connect',
  fact: { interactionId: id(interactionId), session },
});
const takenOver: CallFact = { type: 'call:taken-over', fact: { interactionId: id(1) } };

/** The engine of the browser, which a test has none of: what it was started for and told. */
class Engine {
  readonly heard: CallNews[] = [];
  hasLeft = false;
  /** For everybody, and not only in this tab. */
  isOver = false;
  readonly start: StartCall = () =>
    ({
      hear: (news: CallNews) => void this.heard.push(news),
      leave: (isOver: boolean) => void ((this.hasLeft = true), (this.isOver = isOver)),
    }) as Partial<OngoingCall> as OngoingCall;
}

function scene(fetches: (() => Promise<StartCall>)[] = []) {
  const store = createStore();
  const engines: Engine[] = [];
  const desk = openCallDesk(store, {
    language: 'pt-BR',
    link: () => ({ join: vi.fn(), signal: vi.fn(), reportQuality: vi.fn(), reportUnsafe: vi.fn() }),
    loadEngine: () =>
      fetches.shift()?.() ??
      Promise.resolve((options) => {
        const engine = new Engine();
        engines.push(engine);
        return engine.start(options);
      }),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { desk, engines, settle, store };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  dropClaim();
});

describe('[P7] where the agent’s call is', () => {
  it('joins by itself where it was answered', async () => {
    const { desk, engines, settle, store } = scene();
    store.dispatch(snapshot([inCall(null)]));
    claimCall(1);
    store.dispatch(changed(inCall()));
    await settle();
    expect(desk.getView()).toMatchObject({ seat: 'here', interactionId: 1 });
    expect(engines).toHaveLength(1);
  });

  it('is offered in the agent’s other tabs, and brought by a click', async () => {
    const { desk, engines, settle, store } = scene();
    store.dispatch(snapshot([inCall(null)]));
    store.dispatch(changed(inCall()));
    await settle();
    expect(desk.getView()).toMatchObject({ seat: 'elsewhere', call: null });
    expect(engines).toHaveLength(0);
    desk.bring();
    await settle();
    expect(desk.getView().seat).toBe('here');
    expect(isCallClaimed(1)).toBe(true);
  });

  it('leaves when another tab takes it, and does not take it back', async () => {
    const { desk, engines, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    desk.hear(takenOver);
    store.dispatch(changed(inCall()));
    await settle();
    expect(desk.getView()).toMatchObject({ seat: 'elsewhere', call: null });
    expect(engines.map(({ hasLeft }) => hasLeft)).toEqual([true]);
    expect(isCallClaimed(1)).toBe(false);
  });
});

describe('[M7] a page that comes and finds a call going on', () => {
  it('goes on by itself where the tab had it', async () => {
    const { desk, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    expect(desk.getView().seat).toBe('here');
  });

  it('waits for a word of who has it, and joins when nobody does', async () => {
    const { desk, engines, settle, store } = scene();
    store.dispatch(snapshot([inCall()]));
    expect(desk.getView().seat).toBe('deciding');
    desk.hear(seats(false));
    await settle();
    expect(engines).toHaveLength(1);
  });

  it('leaves it to the tab that has it still after three seconds', async () => {
    const { desk, engines, store } = scene();
    store.dispatch(snapshot([inCall()]));
    desk.hear(seats(true));
    expect(desk.getView().seat).toBe('deciding');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(desk.getView().seat).toBe('elsewhere');
    expect(engines).toHaveLength(0);
  });

  it('does nothing before the first snapshot', () => {
    const { desk, store } = scene();
    claimCall(1);
    store.dispatch({ type: 'connection:lost' });
    expect(desk.getView().seat).toBe('none');
  });

  it('tells the engine when the socket is back', async () => {
    const { engines, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    store.dispatch({ type: 'connection:lost' });
    expect(engines[0]?.heard).toEqual([]);
    store.dispatch(snapshot([inCall()]));
    await settle();
    expect(engines[0]?.heard).toEqual([{ kind: 'socket-back' }]);
    expect(engines[0]?.hasLeft).toBe(false);
  });
});

describe('a call that is over', () => {
  it('[M2] finding D4: is ended for all when another tab did not take it', async () => {
    const { engines, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    store.dispatch(changed(inCall(null)));
    expect(engines[0]).toMatchObject({ hasLeft: true, isOver: true });
  });

  it('[Z134] finding D1: says that the service ended it, until the next one', async () => {
    const { desk, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    desk.hear({ type: 'call:unsafe', fact: { interactionId: id(1) } });
    store.dispatch(changed(inCall(null)));
    expect(desk.getView()).toMatchObject({ unsafeId: 1, call: null });
    store.dispatch(changed(inCall(2)));
    await settle();
    expect(desk.getView().unsafeId).toBeNull();
  });
});

describe('the engine, which is fetched with the first call', () => {
  it('hears in order what was told before it was there', async () => {
    const { desk, engines, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    desk.hear(connect('one'));
    desk.hear(connect('of another', 2));
    desk.hear(connect('two'));
    await settle();
    desk.hear(connect('three'));
    expect(engines[0]?.heard).toEqual(
      ['one', 'two', 'three'].map((session) => ({ kind: 'connect', session })),
    );
  });

  it('[M8] says that it could not be fetched, and tries again on request', async () => {
    const { desk, engines, settle, store } = scene([() => Promise.reject(new Error('no network'))]);
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    expect(desk.getView()).toMatchObject({ seat: 'here', hasNoEngine: true, call: null });
    desk.hear(seats(true));
    expect(desk.getView().hasNoEngine).toBe(true);
    desk.bring();
    await settle();
    expect(desk.getView().hasNoEngine).toBe(false);
    expect(engines).toHaveLength(1);
  });

  it('starts nothing when it comes after the call has ended, or the session', async () => {
    for (const end of ['call', 'session']) {
      let arrive: (start: StartCall) => void = () => undefined;
      const { desk, settle, store } = scene([() => new Promise((resolve) => (arrive = resolve))]);
      claimCall(1);
      store.dispatch(snapshot([inCall()]));
      if (end === 'call') store.dispatch(changed(inCall(null)));
      else desk.stop();
      const late = new Engine();
      const start = vi.fn(late.start);
      arrive(start);
      await settle();
      expect(start, end).not.toHaveBeenCalled();
    }
  });
});

describe('[M5] the end of an attempt', () => {
  it('gives devices back, and is not heard of again', async () => {
    const { desk, engines, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    await desk.hangUp(() => Promise.resolve(true));
    expect(engines[0]?.hasLeft).toBe(true);
    expect(desk.getView()).toMatchObject({ seat: 'none', call: null });
    expect(isCallClaimed(1)).toBe(false);
  });

  it('stays in reach when the server has not heard of it', async () => {
    const { desk, engines, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    await desk.hangUp(() => Promise.resolve(false));
    expect(desk.getView().seat).toBe('elsewhere');
    desk.bring();
    await settle();
    expect(engines).toHaveLength(2);
    expect(engines[1]?.hasLeft).toBe(false);
  });

  it('[M2] joins the next attempt anew, with nothing of the one before', async () => {
    const { desk, engines, settle, store } = scene();
    claimCall(1);
    store.dispatch(snapshot([inCall()]));
    await settle();
    desk.hear({
      type: 'call:quality',
      fact: {
        interactionId: id(1),
        side: 'visitor',
        quality: { score: 20, roundTripMs: 300, lossPercent: 9, sentKbps: 100, sentHeight: 180 },
      },
    });
    expect(desk.getView().visitorQuality?.score).toBe(20);
    store.dispatch(changed(inCall(2)));
    await settle();
    expect(engines.map(({ hasLeft }) => hasLeft)).toEqual([true, false]);
    expect(desk.getView().visitorQuality).toBeNull();
  });
});
