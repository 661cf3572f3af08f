import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { joinTicketSchema } from '../../../plugins/attendance/protocol/calls/calls';
import { createMedia } from '../../../plugins/attendance/server/src/adapters/calls/media';
import { toMediaSettings } from '../../../plugins/attendance/server/src/presenters/media-settings';
import { AGENT, attemptOf, memoryMediaSettings, NOW, ROOM, SECRET, settingsWith, VISITOR } from './builders';

const TURN = {
  iceUrls: [
    'stun:stun.example.com:3478',
    'turn:turn.example.com:3478?transport=udp',
    'turns:turn.example.com:5349',
  ],
  turnSecret: 'turn-secret',
};

function mediaOf(...parts: Parameters<typeof settingsWith>) {
  return createMedia(memoryMediaSettings(settingsWith(...parts)), { now: () => NOW });
}

const ticketOf = async (outcome: ReturnType<ReturnType<typeof mediaOf>['ticket']>) => {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.code);
  return joinTicketSchema.parse(answer.data);
};

describe('the provider', () => {
  it('[M3] is direct until a deployment is configured', async () => {
    expect(await mediaOf().provider()).toBe('direct');
    expect(await mediaOf({ jitsi: { domain: 'meet.example.com' } }).provider()).toBe('jitsi');
  });

  it('[M2] names each room anew: lower case, at least 128 random bits', () => {
    const media = mediaOf();
    const rooms = new Set(Array.from({ length: 1_000 }, () => media.createRoom()));
    expect(rooms.size).toBe(1_000);
    for (const room of rooms) expect(room).toMatch(/^atende-[0-9a-f]{32,}$/);
  });
});

describe('a direct ticket', () => {
  it('[M3] carries TURN credentials of this side of this call, as coturn computes them', async () => {
    const ticket = await ticketOf(
      mediaOf({ direct: TURN }).ticket(attemptOf({ provider: 'direct' }), VISITOR),
    );
    const username = `${Math.floor((NOW + 3_600_000) / 1_000)}:7-visitor`;
    expect(ticket).toEqual({
      provider: 'direct',
      attempt: 2,
      medium: 'video',
      videoHeight: 720,
      iceServers: [
        { urls: ['stun:stun.example.com:3478'] },
        {
          urls: TURN.iceUrls.slice(1),
          username,
          credential: createHmac('sha1', 'turn-secret').update(username).digest('base64'),
        },
      ],
    });
    expect(JSON.stringify(ticket)).not.toContain('turn-secret');
  });

  it('[M2] differs by side', async () => {
    const media = mediaOf({ direct: TURN });
    const attempt = attemptOf({ provider: 'direct' });
    const [one, other] = [
      await ticketOf(media.ticket(attempt, VISITOR)),
      await ticketOf(media.ticket(attempt, AGENT)),
    ];
    expect(one).not.toEqual(other);
  });

  it('[M3] leaves out a TURN server without a secret, and needs no server at all', async () => {
    const attempt = attemptOf({ provider: 'direct' });
    const without = await ticketOf(
      mediaOf({ direct: { ...TURN, turnSecret: null } }).ticket(attempt, VISITOR),
    );
    expect(without).toMatchObject({ iceServers: [{ urls: ['stun:stun.example.com:3478'] }] });
    expect(await ticketOf(mediaOf().ticket(attempt, VISITOR))).toMatchObject({ iceServers: [] });
  });

  it('[M3] an attempt that began direct stays so when a deployment is configured meanwhile', async () => {
    const media = mediaOf({ jitsi: { domain: 'meet.example.com' } });
    expect((await ticketOf(media.ticket(attemptOf({ provider: 'direct' }), VISITOR))).provider).toBe(
      'direct',
    );
  });
});

describe('a Jitsi ticket', () => {
  it('[M3] leads to the deployment’s own client', async () => {
    const media = mediaOf({ jitsi: { domain: 'meet.example.com:8443' }, videoHeight: 360 });
    expect(await ticketOf(media.ticket(attemptOf(), VISITOR))).toEqual({
      provider: 'jitsi',
      attempt: 2,
      medium: 'video',
      videoHeight: 360,
      domain: 'meet.example.com:8443',
      scriptUrl: 'https://meet.example.com:8443/external_api.js',
      room: ROOM,
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as unknown,
      displayName: 'Carla',
    });
  });

  it('[M3] at an open deployment has no token', async () => {
    const media = mediaOf({ jitsi: { domain: 'meet.jit.si', kind: 'open', signingKey: null } });
    expect(await ticketOf(media.ticket(attemptOf(), VISITOR))).toMatchObject({ token: null });
  });

  it('[M3] is refused once no deployment is configured any more', async () => {
    expect(await mediaOf().ticket(attemptOf(), VISITOR)).toEqual({ ok: false, code: 'unavailable' });
  });
});

it('[F3] what an admin is shown holds no secret', () => {
  const shown = toMediaSettings(
    settingsWith({ direct: TURN, jitsi: { reservationSecret: 'reservation-secret-1' } }),
  );
  expect(JSON.stringify(shown)).not.toMatch(new RegExp(`turn-secret|${SECRET}|reservation-secret-1`));
  expect(shown.direct.hasTurnSecret).toBe(true);
  expect(shown.jitsi).toMatchObject({ hasSigningKey: true, hasReservationSecret: true });
});
