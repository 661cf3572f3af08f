import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { siteConfigSchema } from '../../../plugins/attendance/protocol/settings/site';
import { SHOP, SITE_KEY } from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.stop());

it('[W1] answers the configuration of a site to any page, in at most 2 kB', async () => {
  const response = await fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/config`, {
    headers: { origin: SHOP },
  });
  const text = await response.text();
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
  const { data } = JSON.parse(text) as { data: unknown };
  expect(siteConfigSchema.parse(data).siteKey).toBe(SITE_KEY);
});

describe('pages of other origins', () => {
  const API = '/api/attendance';
  const FILE = `${API}/interactions/1/attachments`;
  const STRANGER = 'https://stranger.example';
  const ask = async (path: string, headers: Record<string, string>, method = 'GET') => {
    const { status, headers: answered } = await fetch(`${scene.server.url}${path}`, { method, headers });
    const cors = (name: string) => answered.get(`access-control-allow-${name}`);
    return { status, origin: cors('origin'), credentials: cors('credentials'), headers: cors('headers') };
  };
  const preflight = (path: string, origin: string) =>
    ask(path, { origin, 'access-control-request-method': 'POST' }, 'OPTIONS');

  it('[Z101] finding A1: nothing that is meant for whoever is signed in is read by them', async () => {
    for (const path of ['/admin/access-token', '/admin/users/me', '/attendance/media', '/api/users'])
      for (const origin of [STRANGER, SHOP, 'http://localhost:17371', 'null'])
        for (const answer of [await ask(path, { origin }), await preflight(path, origin)])
          expect(answer).toMatchObject({ origin: null, credentials: null });
    const own = await ask('/admin/users/me', { origin: 'http://localhost:1337' });
    expect(own).toMatchObject({ origin: 'http://localhost:1337', credentials: 'true' });
  });

  it('[Z101] [W1] finding A1: what all visitors see is read by any, and never with credentials', async () => {
    for (const path of [
      '/widget.js',
      '/widget/assets/panel.js',
      `/sites/${SITE_KEY}/config`,
      '/sites/nobody/panel',
    ])
      for (const origin of [STRANGER, SHOP, 'http://localhost:1337', 'null'])
        expect(await ask(`${API}${path}`, { origin })).toMatchObject({ origin: '*', credentials: null });
  });

  it('[Z101] [F5] finding A1: what takes a visitor’s token is for the sites’ listed origins, asked before too', async () => {
    expect(await preflight(FILE, SHOP)).toEqual({
      status: 204,
      origin: SHOP,
      credentials: null,
      headers: 'Authorization,Content-Type,X-File-Name',
    });
    expect(await ask(FILE, { origin: SHOP }, 'POST')).toMatchObject({ status: 401, origin: SHOP });
    expect(await ask(`${API}/attachments/nothing/thumbnail`, { origin: SHOP })).toMatchObject({
      origin: SHOP,
    });
    for (const origin of [STRANGER, 'null', `${SHOP}.evil.example`]) {
      expect(await preflight(FILE, origin)).toMatchObject({ status: 204, origin: null, headers: null });
      expect(await ask(FILE, { origin }, 'POST')).toMatchObject({ origin: null, credentials: null });
    }
  });
});

it.each([
  ['https://stranger.example', 403, /"Loja [^"]*".*: https:\/\/stranger\.example$/],
  ['null', 403, /from a file/],
])(
  '[F5] [Z121] finding S7: a page of %s, which is not listed, is told what to write',
  async (origin, status, words) => {
    const response = await fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/config`, {
      headers: { origin },
    });
    expect(response.status).toBe(status);
    // Its own script says it in the console; what is kept for another origin is no answer to this one.
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('vary')).toContain('Origin');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toMatch(words);
  },
);

it('[F5] knows no other site, and no path out of the assets', async () => {
  for (const path of [
    'sites/nobody/config',
    'widget/assets/..%2f..%2fserver%2findex.js',
    'widget/frame?site=nobody',
  ]) {
    const response = await fetch(`${scene.server.url}/api/attendance/${path}`);
    expect(response.status).toBe(404);
  }
});

it('[F4] has no content API on what it stores', async () => {
  for (const type of ['interactions', 'messages', 'visitors', 'attendance/interactions', 'agents']) {
    const response = await fetch(`${scene.server.url}/api/${type}`);
    expect(response.status).toBe(404);
  }
});

describe('the widget’s files', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${scene.server.url}${path}`, { headers });
  const ASSETS = '/api/attendance/widget/assets';
  const FIXED = ['panel.js', 'page.js', 'pages.js', 'triggers.js', 'preview.js'];
  const folder = path.resolve(import.meta.dirname, '../../../plugins/attendance/dist/widget/assets');

  /** Any page may load it, as a script or as a module, and a browser takes it for nothing else. */
  function expectOpen(response: Response, type: RegExp): void {
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
  }

  it('[W1] [F5] the frame is shown by the site’s origins alone, and sends nobody where it stands', async () => {
    const { headers, status } = await get(`/api/attendance/widget/frame?site=${SITE_KEY}`);
    expect(status).toBe(200);
    const policy = (headers.get('content-security-policy') ?? '').split('; ');
    expect(policy).toContain(`frame-ancestors ${SHOP}`);
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy).toContain(directive);
    // It would forbid every frame, whatever the policy says.
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('[W1] the loader and what it imports by a fixed name are fresh within 5 minutes', async () => {
    for (const path of ['/api/attendance/widget.js', ...FIXED.map((name) => `${ASSETS}/${name}`)]) {
      const response = await get(path, { origin: SHOP });
      expectOpen(response, /^text\/javascript/);
      expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    }
  });

  it('[W1] what is named with its hash is kept for ever, and everything that the frame loads is', async () => {
    const page = await (await get(`/api/attendance/widget/frame?site=${SITE_KEY}`)).text();
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+assets[^"]+)"/g)].map(
      ([, address]) => address ?? '',
    );
    expect(loaded).toHaveLength(2);
    const hashed = readdirSync(folder).filter((name) => !FIXED.includes(name));
    for (const address of new Set([...loaded, ...hashed.map((name) => `${ASSETS}/${name}`)])) {
      const response = await get(address, { origin: SHOP });
      expectOpen(response, /^text\/(javascript|css)/);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });

  it('[W1] come gzipped to whoever takes it, and plain to others', async () => {
    const read = async (encoding: string) => {
      const response = await get('/api/attendance/widget.js', { 'accept-encoding': encoding });
      return { encoding: response.headers.get('content-encoding'), text: await response.text() };
    };
    const [gzip, plain] = [await read('gzip'), await read('identity')];
    expect([gzip.encoding, plain.encoding]).toEqual(['gzip', null]);
    expect(gzip.text).toBe(plain.text);
  });
});
