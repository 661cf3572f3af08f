import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import {
  mediaSettingsUpdateSchema,
  type MediaSettingsUpdate,
} from '../../../plugins/attendance/protocol/calls/media-settings';
import { acceptsKey } from '../../../plugins/attendance/server/src/adapters/calls/signing-key';
import { createConfigureMedia } from '../../../plugins/attendance/server/src/application/calls/media-settings';
import { changesBetween } from '../../../plugins/attendance/server/src/domain/audit/audit';
import { toMediaSettings } from '../../../plugins/attendance/server/src/presenters/media-settings';
import { memoryMediaSettings, SECRET, settingsWith } from './builders';

const pemOf = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
const RSA = pemOf(2_048);
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const DEPLOYED = settingsWith({
  direct: { iceUrls: ['turn:turn.example.com'], turnSecret: 'turn-secret' },
  jitsi: { domain: 'meet.example.com', reservationSecret: 'reservation-secret-1' },
});

function setUp(first = DEPLOYED) {
  const store = memoryMediaSettings(first);
  return { store, ...createConfigureMedia(store, acceptsKey) };
}

/** What the page sends back of what it was shown, with these changes. */
function edited(jitsi: object = {}, direct: object = {}): MediaSettingsUpdate {
  const shown = toMediaSettings(DEPLOYED);
  return mediaSettingsUpdateSchema.parse({
    ...shown,
    direct: { ...shown.direct, ...direct },
    jitsi: { ...shown.jitsi, ...jitsi },
  });
}

describe('secrets of the media settings', () => {
  it('[F3] stay when what was shown is saved as it is', async () => {
    const { store, update } = setUp();
    expect(await update(edited())).toMatchObject({ ok: true });
    expect(await store.get()).toEqual({ ...DEPLOYED, version: DEPLOYED.version + 1 });
  });

  it('[F3] are cleared by null and replaced by a text, each alone', async () => {
    const { store, update } = setUp();
    await update(edited({ reservationSecret: null }, { turnSecret: 'another-secret' }));
    const after = await store.get();
    expect(after.jitsi).toEqual({ ...DEPLOYED.jitsi, reservationSecret: null });
    expect(after.direct.turnSecret).toBe('another-secret');
  });

  it('[Z134] finding D1: what was noted of the deployment is shown until the settings are saved, and is no change of them', async () => {
    const { get, store, update } = setUp();
    await store.noteUnsafeRoom(1_000);
    expect(toMediaSettings(await get())).toMatchObject({ unsafeRoomAt: 1_000, version: DEPLOYED.version });
    expect(await update(edited())).toMatchObject({ ok: true });
    expect(toMediaSettings(await get()).unsafeRoomAt).toBeNull();
    expect(changesBetween({ unsafeRoomAt: 1_000 }, { unsafeRoomAt: null })).toEqual([]);
  });

  it('[Z9] an update needs the version it was made from', async () => {
    const { update } = setUp();
    const change = edited({ appId: 'other' });
    expect(await update(change)).toMatchObject({ ok: true });
    expect(await update(change)).toMatchObject({ ok: false, code: 'conflict' });
  });

  it.each<[string, object, string | null]>([
    ['a deployment whose key was cleared', { signingKey: null }, 'jitsi.signingKey: required'],
    ['RS256 with the shared secret that is stored', { algorithm: 'RS256' }, 'RS256 takes an RSA private key'],
    ['RS256 with a text', { algorithm: 'RS256', signingKey: 'x'.repeat(40) }, 'RS256 takes'],
    [
      'RS256 with a broken PEM',
      { algorithm: 'RS256', signingKey: RSA.replace(/[a-z]/g, 'A') },
      'RS256 takes',
    ],
    ['RS256 with a short key', { algorithm: 'RS256', signingKey: pemOf(1_024) }, 'RS256 takes'],
    ['RS256 with another kind of key', { algorithm: 'RS256', signingKey: EC }, 'RS256 takes'],
    ['HS256 with a PEM', { signingKey: RSA }, 'HS256 takes a shared secret'],
    ['RS256 with its key', { algorithm: 'RS256', signingKey: RSA }, null],
    ['no key where none is asked for', { kind: 'open', signingKey: null }, null],
    ['no key where nothing is configured', { domain: null, signingKey: null }, null],
  ])('[M3] %s', async (_, jitsi, complaint) => {
    const outcome = await setUp().update(edited(jitsi));
    if (complaint === null) expect(outcome.ok).toBe(true);
    else
      expect(outcome).toMatchObject({
        code: 'bad_request',
        message: expect.stringContaining(complaint) as string,
      });
  });

  it('[M3] the secrets of the tests would do', () => {
    expect(acceptsKey('HS256', SECRET)).toBe(true);
  });
});

describe('the shape of the media settings', () => {
  const issueOf = (body: object): string => {
    const { issues = [] } = mediaSettingsUpdateSchema.safeParse(body).error ?? {};
    return issues[0]?.path.join('.') ?? 'none';
  };
  const withJitsi = (jitsi: object) => ({ ...edited(), jitsi: { ...edited().jitsi, ...jitsi } });

  it.each([
    'https://meet.example.com',
    'meet.example.com/room',
    'meet.example.com:0443',
    'meet.example.com:99999',
    'user@meet.example.com',
    'Meet.Example.com',
    'meet example.com',
    '',
    '-meet.example.com',
    'meet.example.com; script-src *',
    '*.example.com',
    '2130706433',
    '0177.0.0.1',
    'meet.example.com#x',
    'meet.example.com\\x',
  ])('[M3] refuses the domain %j', (domain) => {
    expect(issueOf(withJitsi({ domain }))).toBe('jitsi.domain');
  });

  it.each([
    'meet.example.com',
    'meet.example.com:8443',
    'localhost:8443',
    'xn--mnchen-3ya.example',
    '8x8.vc',
  ])('[M3] takes the domain %s', (domain) => {
    expect(issueOf(withJitsi({ domain }))).toBe('none');
  });

  it.each([
    'http://x',
    'turn.example.com',
    'stun:',
    'turn:a b',
    'turn:user@host',
    'turn:host?transport=tls',
    'javascript:x',
  ])('[M3] refuses the STUN or TURN address %j', (url) => {
    expect(issueOf({ ...edited(), direct: { ...edited().direct, iceUrls: [url] } })).toBe('direct.iceUrls.0');
  });

  it.each<[string, object, string]>([
    ['JaaS by a shared secret', { algorithm: 'HS256' }, 'jitsi.algorithm'],
    ['JaaS without a key id', { keyId: '' }, 'jitsi.keyId'],
    ['JaaS with the key id of another customer', { keyId: 'vpaas-2/k' }, 'jitsi.keyId'],
    ['JaaS with an AppID that is a path', { appId: 'vpaas/../x' }, 'jitsi.appId'],
    ['JaaS as it should be', {}, 'none'],
    ['tokens without an issuer', { kind: 'self-hosted', appId: '' }, 'jitsi.appId'],
    ['a secret that is soon guessed', { signingKey: 'short' }, 'jitsi.signingKey'],
    ['a secret that is no text', { signingKey: ['x'.repeat(20)] }, 'jitsi.signingKey'],
  ])('[M3] %s: %s', (_, jitsi, path) => {
    const jaas = { kind: 'jaas', domain: '8x8.vc', algorithm: 'RS256', appId: 'vpaas-1', keyId: 'vpaas-1/k' };
    expect(issueOf(withJitsi({ ...jaas, ...jitsi }))).toBe(path);
  });
});
