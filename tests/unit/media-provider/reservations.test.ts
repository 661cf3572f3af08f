import { describe, expect, it } from 'vitest';

import { sameSecret } from '../../../plugins/attendance/server/src/adapters/calls/same-secret';
import { createJitsiReservations } from '../../../plugins/attendance/server/src/application/calls/jitsi-reservations';
import type { CallAttempt } from '../../../plugins/attendance/server/src/application/interactions/rows';
import { attemptOf, memoryMediaSettings, NOW, ROOM, settingsWith } from './builders';

function reservationsFor(attempts: readonly CallAttempt[], reservationSecret: string | null = null) {
  return createJitsiReservations(
    memoryMediaSettings(settingsWith({ jitsi: { reservationSecret } })),
    { findByRoom: (room) => Promise.resolve(attempts.find((each) => each.room === room) ?? null) },
    sameSecret,
    { now: () => NOW },
    { note: () => undefined },
  );
}

describe('reservations', () => {
  it.each([ROOM, `${ROOM}@conference.meet.example.com`, ROOM.toUpperCase()])(
    '[M2] a room in which a call goes on may be opened: %s',
    async (name) => {
      expect(await reservationsFor([attemptOf()]).reserve(name)).toEqual({
        id: '7-2',
        name: ROOM,
        startedAt: NOW,
        durationMs: 7_200_000,
      });
    },
  );

  it.each([
    '',
    '*',
    'atende-',
    `${ROOM}x`,
    `atende-${'f'.repeat(32)}`,
    `x@${ROOM}`,
    '__proto__',
    `[tenant]${ROOM}`,
  ])('[M2] no other room may: %j', async (name) => {
    expect(await reservationsFor([attemptOf()]).reserve(name)).toBeNull();
  });

  it('[Z136] finding D4: one that has gone on for a day may be opened anew, for two hours more', async () => {
    const attempt = attemptOf({ startedAt: NOW - 86_400_000 });
    expect(await reservationsFor([attempt]).reserve(ROOM)).toMatchObject({
      startedAt: NOW,
      durationMs: 7_200_000,
    });
  });

  it('[M2] nor the room of a call that is over, or that goes from browser to browser', async () => {
    expect(await reservationsFor([]).reserve(ROOM)).toBeNull();
    expect(await reservationsFor([attemptOf({ provider: 'direct' })]).reserve(ROOM)).toBeNull();
  });

  it.each([
    [null, null, true],
    [null, 'anything', true],
    ['stored-secret-1234', null, false],
    ['stored-secret-1234', '', false],
    ['stored-secret-1234', 'stored-secret-123', false],
    ['stored-secret-1234', 'Stored-secret-1234', false],
    ['stored-secret-1234', 'stored-secret-1234', true],
  ])('[M2] with the secret %j stored, %j is allowed: %s', async (stored, given, expected) => {
    expect(await reservationsFor([], stored).isAllowed(given)).toBe(expected);
  });
});
