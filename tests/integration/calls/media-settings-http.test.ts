import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { MediaSelfTest, MediaSettings } from '../../../plugins/attendance/protocol/calls/media-settings';
import { byNumber } from '../../support/by-number';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { startScene, type Scene } from '../../support/scene';

const KEY = 'marker-signing-key-0123';
const RESERVATION = 'marker-reservation-0123';
const TURN = 'marker-turn-0123';
const ROOM = `atende-${'0'.repeat(40)}`;

let scene: Scene;
let admin: string;

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  const roles = [await roleId(strapi, 'strapi-super-admin')];
  admin = (await signIn(strapi, { firstname: 'Administra', roles })).token;
});

afterEach(async () => {
  await put({ ...(await shown()), direct: UNSET.direct, jitsi: UNSET.jitsi });
  await scene.reset();
});

afterAll(() => scene.stop());

const UNSET = {
  direct: { iceUrls: [], turnLifetimeMs: 7_200_000, turnSecret: null },
  jitsi: {
    domain: null,
    kind: 'self-hosted',
    algorithm: 'HS256',
    appId: '',
    audience: '',
    subject: '',
    keyId: '',
    signingKey: null,
    reservationSecret: null,
  },
};

const path = () => `${scene.server.url}/attendance/media`;
const shown = async (): Promise<MediaSettings> =>
  (await adminFetch<MediaSettings>(path(), { token: admin })).data;

async function put(body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(path(), {
    method: 'PUT',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

async function configure(): Promise<MediaSettings> {
  const before = await shown();
  const answer = await put({
    ...before,
    direct: { ...before.direct, iceUrls: ['turn:turn.example.com'], turnSecret: TURN },
    jitsi: {
      ...before.jitsi,
      domain: 'meet.example.com',
      appId: 'atende',
      signingKey: KEY,
      reservationSecret: RESERVATION,
    },
  });
  expect(answer.status).toBe(200);
  expect(answer.text).not.toMatch(/marker-/);
  return shown();
}

const stored = async (): Promise<Record<string, unknown>> =>
  (await scene.knex('attendance_media_settings').first()) as Record<string, unknown>;

describe('media settings', () => {
  it('[F3] begin with calls from browser to browser', async () => {
    expect(await shown()).toMatchObject({
      videoHeight: 720,
      direct: { iceUrls: [], hasTurnSecret: false },
      jitsi: { domain: null, hasSigningKey: false, hasReservationSecret: false },
    });
  });

  it('[F3] never show a secret, and saving what is shown keeps it', async () => {
    const settings = await configure();
    expect(settings.direct.hasTurnSecret).toBe(true);
    expect(settings.jitsi).toMatchObject({ hasSigningKey: true, hasReservationSecret: true });
    expect(JSON.stringify(settings)).not.toMatch(/marker-/);
    expect((await put({ ...settings, videoHeight: 360 })).status).toBe(200);
    expect(await stored()).toMatchObject({
      video_height: 360,
      turn_secret: TURN,
      jitsi_signing_key: KEY,
      jitsi_reservation_secret: RESERVATION,
    });
  });

  it('[F3] clear a secret by null', async () => {
    const settings = await configure();
    const jitsi = { ...settings.jitsi, reservationSecret: null };
    expect((await put({ ...settings, jitsi })).status).toBe(200);
    expect((await shown()).jitsi).toMatchObject({ hasSigningKey: true, hasReservationSecret: false });
    expect((await put({ ...(await shown()), jitsi: { ...jitsi, signingKey: null } })).text).toContain(
      'jitsi.signingKey: required',
    );
    expect((await stored())['jitsi_signing_key']).toBe(KEY);
  });

  it('[Z9] of two who edit at once, the second is told so and changes nothing', async () => {
    const settings = await shown();
    const answers = await Promise.all([
      put({ ...settings, videoHeight: 240 }),
      put({ ...settings, videoHeight: 480 }),
    ]);
    expect(answers.map(({ status }) => status).sort(byNumber)).toEqual([200, 409]);
    expect((await shown()).videoHeight).toBe(answers[0]?.status === 200 ? 240 : 480);
  });

  it.each<[string, object, string]>([
    ['a domain with a scheme', { domain: 'https://meet.example.com' }, 'jitsi.domain'],
    ['JaaS without its key', { domain: '8x8.vc', kind: 'jaas' }, 'jitsi.appId'],
    [
      'a key that does not parse',
      { domain: 'a.example', appId: 'x', algorithm: 'RS256', signingKey: KEY },
      'RS256',
    ],
  ])('[F3] refuse %s, and say which field', async (_, jitsi, words) => {
    const settings = await shown();
    const answer = await put({ ...settings, jitsi: { ...settings.jitsi, ...jitsi } });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
    expect(await shown()).toEqual(settings);
  });

  it('[F4] [Z12] are closed to agents, the self-test too', async () => {
    const token = scene.tokens.bruno;
    for (const [method, url] of [
      ['GET', path()],
      ['PUT', path()],
      ['POST', `${path()}/self-test`],
    ] as const)
      expect((await adminFetch(url, { method, token, ...(method !== 'GET' && { body: {} }) })).status).toBe(
        403,
      );
  });
});

describe('the self-test', () => {
  const run = async () =>
    (await adminFetch<MediaSelfTest>(`${path()}/self-test`, { method: 'POST', token: admin, body: {} })).data;

  it('[F3] with nothing configured says so', async () => {
    expect(await run()).toEqual({
      provider: 'direct',
      checks: [{ check: 'ice-urls', result: 'not-testable', finding: 'not-configured' }],
    });
  });

  it('[F3] does not reach into the private network', async () => {
    const settings = await configure();
    const jitsi = { ...settings.jitsi, domain: `localhost:${new URL(scene.server.url).port}` };
    expect((await put({ ...settings, jitsi })).status).toBe(200);
    const { checks } = await run();
    expect(checks[0]).toEqual({ check: 'answers', result: 'failed', finding: 'private-address' });
    expect(JSON.stringify(checks)).not.toMatch(/marker-/);
  });
});

describe('what the deployment asks before it opens a room', () => {
  const ask = (body: string, authorization?: string, type = 'application/x-www-form-urlencoded') =>
    fetch(`${scene.server.url}/api/attendance/jitsi/conference`, {
      method: 'POST',
      headers: { 'content-type': type, ...(authorization !== undefined && { authorization }) },
      body,
    });
  const FORM = `name=${ROOM}&mail_owner=a%40b&start_time=2026-01-01T00%3A00%3A00.000Z`;

  it('[M2] a room in which no call goes on is refused, in the module’s words', async () => {
    const response = await ask(FORM);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ message: 'No call goes on in this room.' });
  });

  it('[M2] the bearer token is asked for as soon as one is stored', async () => {
    await configure();
    expect((await ask(FORM)).status).toBe(401);
    expect((await ask(FORM, 'Bearer wrong-secret-0123456')).status).toBe(401);
    expect((await ask(FORM, `Bearer ${RESERVATION}`)).status).toBe(403);
    const release = (headers: Record<string, string>) =>
      fetch(`${scene.server.url}/api/attendance/jitsi/conference/7-1`, { method: 'DELETE', headers });
    expect((await release({})).status).toBe(401);
    expect((await release({ authorization: `Bearer ${RESERVATION}` })).status).toBe(200);
  });

  it.each(['', 'name=a&name=b', 'name[$ne]=x', `name=${'x'.repeat(400)}`, 'name'])(
    '[Z12] %j is refused',
    async (body) => {
      expect((await ask(body)).status).toBeOneOf([400, 403]);
    },
  );
});
