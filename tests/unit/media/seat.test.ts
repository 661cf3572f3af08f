import { describe, expect, it } from 'vitest';

import {
  decideSeat,
  NO_SEAT,
  type SeatEvent,
  type SeatState,
} from '../../../plugins/attendance/media/seat/seat';

const after = (...events: readonly SeatEvent[]): SeatState => events.reduce(decideSeat, NO_SEAT);
const call = (isOurs: boolean, isFresh = false, name: string | null = '1:1'): SeatEvent => ({
  type: 'call',
  call: name,
  isOurs,
  isFresh,
});
const seats = (isTaken: boolean): SeatEvent => ({ type: 'seats', isTaken });

describe('[P6] [P7] a call lives in one tab', () => {
  it('joins by itself where it was asked for or taken', () => {
    expect(after(call(true)).seat).toBe('here');
  });

  it('is offered in the other tabs, whatever seats are told', () => {
    expect(after(call(false)).seat).toBe('elsewhere');
    expect(after(call(false), seats(false)).seat).toBe('elsewhere');
    expect(after(call(false), { type: 'time-up' }).seat).toBe('elsewhere');
  });

  it('is brought here by a click, and goes to who takes it over', () => {
    expect(after(call(false), { type: 'brought' }).seat).toBe('here');
    expect(after(call(true), { type: 'taken-over' }).seat).toBe('elsewhere');
    expect(after(call(true), { type: 'taken-over' }, seats(false)).seat).toBe('elsewhere');
    expect(after({ type: 'brought' }).seat).toBe('none');
    expect(after({ type: 'taken-over' }).seat).toBe('none');
  });
});

describe('[M7] a page that comes and finds a call going on', () => {
  it('joins by itself once nobody has it', () => {
    expect(after(call(false, true)).seat).toBe('deciding');
    expect(after(call(false, true), seats(false)).seat).toBe('here');
    expect(after(call(false, true), { type: 'time-up' }).seat).toBe('here');
  });

  it('bears that the page before it is not known to be gone yet', () => {
    expect(after(call(false, true), seats(true)).seat).toBe('deciding');
    expect(after(call(false, true), seats(true), seats(false)).seat).toBe('here');
  });

  it('offers what another tab has', () => {
    expect(after(call(false, true), seats(true), { type: 'time-up' }).seat).toBe('elsewhere');
  });
});

describe('[M5] the end of an attempt', () => {
  it('is nowhere after a hang-up, here or there', () => {
    expect(after(call(true), { type: 'hung-up' }).seat).toBe('none');
    expect(after(call(true), call(true, false, null))).toEqual(NO_SEAT);
  });

  it('decides anew for another attempt', () => {
    expect(after(call(false), call(true, false, '1:2')).seat).toBe('here');
    expect(after(call(true), call(true)).seat).toBe('here');
    expect(after(call(true), { type: 'taken-over' }, call(true)).seat).toBe('elsewhere');
  });
});
