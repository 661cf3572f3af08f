import { expect, it } from 'vitest';

import { createCallSeats } from '../../../../plugins/attendance/server/src/application/calls/call-seats';

const CALL = 1 as never;

function seatsWithCount() {
  let count = 0;
  return createCallSeats(() => {
    count += 1;
    return `pairing-${count}`;
  });
}

it('[M7] pairs the two when the second sits down, and anew whenever a page comes without the pairing', () => {
  const seats = seatsWithCount();
  expect(seats.take(CALL, 'agent', 'a', null)).toEqual({ displaced: null, connect: null });
  expect(seats.take(CALL, 'visitor', 'v', null)).toEqual({ displaced: null, connect: 'pairing-1' });
  expect(seats.stand('v')).toEqual([CALL]);
  expect(seats.taken(CALL)).toEqual({ visitor: false, agent: true });
  expect(seats.take(CALL, 'visitor', 'v2', null).connect).toBe('pairing-2');
});

it('[M7] a lost socket cuts no call: whoever still has the pairing keeps it', () => {
  const seats = seatsWithCount();
  seats.take(CALL, 'agent', 'a', null);
  seats.take(CALL, 'visitor', 'v', null);
  seats.stand('v');
  expect(seats.take(CALL, 'visitor', 'v2', 'pairing-1').connect).toBeNull();
  expect(seats.isPaired(CALL, 'pairing-1')).toBe(true);
});

it('[M7] nor does a restart, which forgets who sat where', () => {
  const seats = seatsWithCount();
  expect(seats.take(CALL, 'visitor', 'v', 'before').connect).toBeNull();
  expect(seats.take(CALL, 'agent', 'a', 'before').connect).toBeNull();
  expect(seats.isPaired(CALL, 'before')).toBe(true);
});

it('[M7] where one side lost it in the restart, both make a new one', () => {
  const seats = seatsWithCount();
  seats.take(CALL, 'visitor', 'v', null);
  expect(seats.take(CALL, 'agent', 'a', 'before').connect).toBe('pairing-1');
});

it('[P6] [P7] a call lives in one tab: the one before it is told', () => {
  const seats = seatsWithCount();
  seats.take(CALL, 'visitor', 'v', null);
  seats.take(CALL, 'agent', 'a', null);
  expect(seats.take(CALL, 'visitor', 'v2', null)).toEqual({ displaced: 'v', connect: 'pairing-2' });
  expect(seats.take(CALL, 'visitor', 'v2', 'pairing-2')).toEqual({ displaced: null, connect: null });
  expect(seats.at(CALL, 'visitor')).toBe('v2');
  expect(seats.stand('v')).toEqual([]);
});

it('[M2] after the end nobody sits, and no pairing is good', () => {
  const seats = seatsWithCount();
  seats.take(CALL, 'visitor', 'v', null);
  seats.take(CALL, 'agent', 'a', null);
  seats.close(CALL);
  expect(seats.at(CALL, 'agent')).toBeNull();
  expect(seats.isPaired(CALL, 'pairing-1')).toBe(false);
});
