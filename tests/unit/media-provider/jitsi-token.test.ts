import { createSecretKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTVerifyOptions } from 'jose';
import { describe, expect, it } from 'vitest';

import { signJitsiToken } from '../../../plugins/attendance/server/src/adapters/calls/jitsi-token';
import type { JitsiSettings } from '../../../plugins/attendance/server/src/application/calls/media-settings';
import { forgeToken } from '../../support/wire/forge-token';
import { AGENT, NOW, ROOM, SECRET, settingsWith, VISITOR } from './builders';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const PEM = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const HOST = { domain: 'meet.example.com:8443' } as const;
const JAAS = {
  domain: '8x8.vc',
  kind: 'jaas',
  algorithm: 'RS256',
  appId: 'vpaas-1',
  keyId: 'vpaas-1/4f2d',
  signingKey: PEM,
} as const;

function mint(jitsi: Partial<JitsiSettings> = HOST, participant = VISITOR, now = NOW): string {
  return signJitsiToken(settingsWith({ jitsi }).jitsi, { room: ROOM, userId: '7-visitor', participant }, now);
}

const sharedKey = (secret: string) => createSecretKey(Buffer.from(secret));
const EXPECTED: JWTVerifyOptions = {
  algorithms: ['HS256'],
  issuer: 'atende',
  audience: 'jitsi',
  subject: 'meet.example.com',
  typ: 'JWT',
  requiredClaims: ['room', 'exp', 'nbf', 'context'],
  currentDate: new Date(NOW),
};

/** What Prosody looks at, by another library than the one that signed; and the room, which Prosody compares itself. */
async function isLetIn(token: string, room = ROOM, options: JWTVerifyOptions = {}): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(token, sharedKey(SECRET), { ...EXPECTED, ...options });
    return payload['room'] === room;
  } catch {
    return false;
  }
}

describe('a Jitsi token', () => {
  it('[M2] says who, where and for how long, as strings and numbers', async () => {
    const { payload, protectedHeader } = await jwtVerify(mint(), sharedKey(SECRET), EXPECTED);
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' });
    const seconds = Math.floor(NOW / 1_000);
    expect(payload).toEqual({
      iss: 'atende',
      aud: 'jitsi',
      sub: 'meet.example.com',
      room: ROOM,
      nbf: seconds - 10,
      exp: seconds + 120,
      context: { user: { id: '7-visitor', name: 'Carla', email: '', avatar: '', moderator: 'false' } },
    });
  });

  it('[M2] names the agent alone as moderator', () => {
    const moderatorIn = (token: string) =>
      (decodeJwt(token)['context'] as { user: { moderator: string } }).user.moderator;
    expect(moderatorIn(mint(HOST, AGENT))).toBe('true');
    expect(moderatorIn(mint(HOST, VISITOR))).toBe('false');
  });

  it('[M3] takes audience, subject and key id from the settings', () => {
    const token = mint({ ...HOST, audience: 'calls', subject: 'meet.jitsi', keyId: 'k1' });
    expect(decodeJwt(token)).toMatchObject({ aud: 'calls', sub: 'meet.jitsi' });
    expect(decodeProtectedHeader(token).kid).toBe('k1');
  });

  it('[M3] is JaaS’s for JaaS: RS256, its names, and no feature that costs or lets others in', async () => {
    const { payload, protectedHeader } = await jwtVerify(mint(JAAS), rsa.publicKey, {
      algorithms: ['RS256'],
      issuer: 'chat',
      audience: 'jitsi',
      subject: 'vpaas-1',
      currentDate: new Date(NOW),
    });
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'vpaas-1/4f2d' });
    const { features } = payload['context'] as { features: Record<string, string> };
    expect(new Set(Object.values(features))).toEqual(new Set(['false']));
    expect(Object.keys(features)).toEqual(
      expect.arrayContaining(['recording', 'livestreaming', 'outbound-call']),
    );
  });

  it('[M2] finding D8: every feature that JaaS documents is switched off, for the agent too', () => {
    const { features } = decodeJwt(mint(JAAS, AGENT))['context'] as { features: Record<string, string> };
    const documented = [
      ...['livestreaming', 'recording', 'transcription'],
      ...['sip-inbound-call', 'sip-outbound-call', 'inbound-call', 'outbound-call'],
    ];
    expect(documented.map((name) => features[name])).toEqual(documented.map(() => 'false'));
  });
});

const [head = '', body = '', signature = ''] = mint().split('.');
const changed = (change: object): string =>
  Buffer.from(JSON.stringify({ ...decodeJwt(mint()), ...change })).toString('base64url');
const claims = decodeJwt(mint());

describe('the door, as Prosody keeps it', () => {
  it('[M2] lets the token in, for its room', async () => {
    expect(await isLetIn(mint())).toBe(true);
  });

  it.each<[string, string]>([
    ['no token', ''],
    ['a body that was changed', `${head}.${changed({ room: `atende-${'f'.repeat(32)}` })}.${signature}`],
    ['a longer life', `${head}.${changed({ exp: 9_999_999_999 })}.${signature}`],
    [
      'a visitor made moderator',
      `${head}.${changed({ context: { user: { moderator: 'true' } } })}.${signature}`,
    ],
    ['a signature cut short', `${head}.${body}.${signature.slice(0, -4)}`],
    ['no signature', `${head}.${body}.`],
    ['the algorithm none', forgeToken(claims, { algorithm: 'none', secret: null })],
    ['the algorithm none with a signature', forgeToken(claims, { algorithm: 'none', secret: SECRET })],
    ['another secret', forgeToken(claims, { secret: randomUUID() })],
    ['an empty secret', forgeToken(claims, { secret: '' })],
    ['another algorithm’s name', forgeToken(claims, { algorithm: 'HS512', secret: SECRET })],
    ['a key pair’s signature', mint({ ...HOST, algorithm: 'RS256', signingKey: PEM })],
    ['a wildcard room', forgeToken({ ...claims, room: '*' }, { secret: SECRET })],
    ['another issuer', forgeToken({ ...claims, iss: 'other' }, { secret: SECRET })],
    ['another audience', forgeToken({ ...claims, aud: 'other' }, { secret: SECRET })],
    ['another deployment', forgeToken({ ...claims, sub: 'other.example' }, { secret: SECRET })],
  ])('[M2] refuses %s', async (_, token) => {
    expect(await isLetIn(token)).toBe(false);
  });

  it('[M2] refuses it for another room', async () => {
    expect(await isLetIn(mint(), `atende-${'e'.repeat(32)}`)).toBe(false);
  });

  it.each([
    [-11_000, false],
    [0, true],
    [119_000, true],
    [120_000, false],
    [86_400_000, false],
  ])('[M2] %d ms after it was minted: let in is %s', async (age, expected) => {
    expect(await isLetIn(mint(), ROOM, { currentDate: new Date(NOW + age) })).toBe(expected);
  });
});
