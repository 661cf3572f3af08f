import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { claimCall, dropClaim, isCallClaimed } from '../../../plugins/attendance/media/seat/claim-call';
import { keepSeat } from '../../../plugins/attendance/media/seat/keep-seat';
import type { SeatEvent } from '../../../plugins/attendance/media/seat/seat';

const found = (isOurs: boolean, isFresh = false, call: string | null = '1/1'): SeatEvent => ({
  type: 'call',
  call,
  isOurs,
  isFresh,
});

function scene() {
  const told: string[] = [];
  const keeper = keepSeat({
    begin: () => told.push('begin'),
    leave: () => told.push('leave'),
    changed: ({ seat }) => told.push(seat),
  });
  return { keeper, told };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  dropClaim();
});

describe('[P6] [P7] a call begins and leaves as its seat says', () => {
  it('begins once, and has begun when the change is told', () => {
    const { keeper, told } = scene();
    keeper.take(found(true));
    keeper.take(found(true));
    keeper.take({ type: 'seats', isTaken: true });
    expect(told.filter((each) => each === 'begin')).toHaveLength(1);
    expect(told.slice(0, 3)).toEqual(['leave', 'begin', 'here']);
  });

  it('[M5] leaves one attempt before it begins the next', () => {
    const { keeper, told } = scene();
    keeper.take(found(true));
    told.length = 0;
    keeper.take(found(true, false, '1/2'));
    expect(told).toEqual(['leave', 'begin', 'here']);
  });

  it('[M7] decides after three seconds, and not before', () => {
    const { keeper } = scene();
    keeper.take(found(false, true));
    vi.advanceTimersByTime(2_999);
    expect(keeper.getSeat().seat).toBe('deciding');
    vi.advanceTimersByTime(1);
    expect(keeper.getSeat().seat).toBe('here');
  });

  it('forgets to decide when the call is over before', () => {
    const { keeper, told } = scene();
    keeper.take(found(false, true));
    keeper.take(found(false, false, null));
    vi.runAllTimers();
    expect(keeper.getSeat().seat).toBe('none');
    expect(told).not.toContain('begin');
  });

  it('gives the claim up with the seat', () => {
    const { keeper, told } = scene();
    claimCall(1);
    keeper.take(found(true));
    keeper.lose();
    expect(isCallClaimed(1)).toBe(false);
    expect(told.slice(-2)).toEqual(['leave', 'elsewhere']);
  });

  it('leaves when it is stopped, also while it decides', () => {
    const { keeper, told } = scene();
    keeper.take(found(false, true));
    keeper.stop();
    vi.runAllTimers();
    expect(told).not.toContain('begin');
    expect(told.at(-1)).toBe('none');
  });
});

describe('[M2] finding D4: whether the call is over for everybody, which ends its conference', () => {
  const leaving = (act: (keeper: ReturnType<typeof scene>['keeper']) => void): (boolean | undefined)[] => {
    const overs: boolean[] = [];
    const keeper = keepSeat({
      begin: () => undefined,
      leave: (isOver) => overs.push(isOver),
      changed: () => undefined,
    });
    keeper.take(found(true));
    overs.length = 0;
    act(keeper);
    return overs;
  };

  it.each<[string, boolean, Parameters<typeof leaving>[0]]>([
    ['hung up here', true, (keeper) => keeper.take({ type: 'hung-up' })],
    ['hung up there, ended or handed on', true, (keeper) => keeper.take(found(false, false, null))],
    ['asked for again', true, (keeper) => keeper.take(found(true, false, '1/2'))],
    ['taken to another tab', false, (keeper) => keeper.lose()],
    ['stopped with its page, or its session', false, (keeper) => keeper.stop()],
  ])('%s: %s', (_, isOver, act) => {
    expect(leaving(act)).toEqual([isOver]);
  });
});

describe('[M5] hanging up', () => {
  it('gives devices back before the server has answered', async () => {
    const { keeper, told } = scene();
    claimCall(1);
    keeper.take(found(true));
    let answer: (isHeard: boolean) => void = () => undefined;
    const done = keeper.hangUp(() => new Promise((resolve) => (answer = resolve)));
    expect(told.slice(-2)).toEqual(['leave', 'none']);
    expect(isCallClaimed(1)).toBe(true);
    answer(true);
    await done;
    expect(isCallClaimed(1)).toBe(false);
    expect(keeper.getSeat().seat).toBe('none');
  });

  it('can be come back to where it was not heard', async () => {
    const { keeper, told } = scene();
    keeper.take(found(true));
    await keeper.hangUp(() => Promise.resolve(false));
    expect(keeper.getSeat().seat).toBe('elsewhere');
    keeper.take({ type: 'brought' });
    expect(told.slice(-2)).toEqual(['begin', 'here']);
  });
});
