import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import {
  CHECKS,
  type Health,
  type SelfCheck,
} from '../../../plugins/attendance/protocol/settings/self-check';
import type { SiteSettings } from '../../../plugins/attendance/protocol/settings/site';
import { routes } from '../../../plugins/attendance/server/src/routes';
import { byNumber } from '../../support/by-number';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { nextFact, SITE_KEY } from '../../support/wire/clients';
import { expectChatWorks, startScene, type Scene } from '../../support/scene';

let scene: Scene;
let admin: string;
/** Signed in to the panel, for something else. */
let author: string;

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  const roles = [await roleId(strapi, 'strapi-super-admin')];
  admin = (await signIn(strapi, { firstname: 'Administra', roles })).token;
  const authors = [await roleId(strapi, 'strapi-author')];
  author = (await signIn(strapi, { firstname: 'Autora', roles: authors })).token;
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const call = <Data>(path: string, options: { token?: string; method?: string; body?: unknown } = {}) =>
  adminFetch<Data>(`${scene.server.url}${path}`, options);

const read = async <Data>(path: string): Promise<Data> => (await call<Data>(path, { token: admin })).data;

const put = (path: string, body: unknown) => call<unknown>(path, { token: admin, method: 'PUT', body });

/** What agents may call as well; any other route of the panel is a setting. */
const OF_AGENTS = [
  'POST /interactions/:id/attachments',
  'GET /attachments/:id',
  'GET /attachments/:id/thumbnail',
  'GET /attachment-rules',
  'GET /board/summary',
  'GET /reports/own-day',
];

const PANEL_ROUTES = routes.admin.routes.map(({ method, path }) => ({
  method,
  path: `/attendance${path.replace(':id', '1')}`,
  isOfAgents: OF_AGENTS.includes(`${method} ${path}`),
}));

it.each(PANEL_ROUTES.filter(({ isOfAgents }) => isOfAgents))(
  '[F4] $method $path is open to agents, and closed to whoever does not attend',
  async ({ method, path }) => {
    const status = async (token?: string) =>
      (await call(path, { method, ...(token !== undefined && { token }) })).status;
    expect(await status(author)).toBe(403);
    expect(await status()).toBe(401);
    expect(await status('nonsense')).toBe(401);
    expect([401, 403]).not.toContain(await status(scene.tokens.bruno));
  },
);

describe('settings', () => {
  it.each(PANEL_ROUTES.filter(({ isOfAgents }) => !isOfAgents))(
    '[F4] $method $path is closed to agents, and to whoever is not signed in',
    async ({ method, path }) => {
      const neighbour = await scene.conversation();
      const body = method === 'GET' ? {} : { body: {} };
      expect((await call(path, { method, token: scene.tokens.bruno, ...body })).status).toBe(403);
      expect((await call(path, { method, ...body })).status).toBe(401);
      expect((await call(path, { method, token: 'nonsense', ...body })).status).toBe(401);
      await expectChatWorks(neighbour);
    },
  );

  it('[F7] the check of the installation tells the page everything, and a monitor no names or addresses', async () => {
    const page = await read<SelfCheck>('/attendance/self-check');
    expect(page.checks.map(({ check }) => check)).toEqual(CHECKS);
    const rowOf = (check: (typeof CHECKS)[number]) => page.checks.find((row) => row.check === check);
    expect(rowOf('durability')).toMatchObject({ state: 'good', finding: 'full' });
    expect(rowOf('cors')).toMatchObject({ state: 'good', finding: 'listed' });
    expect(rowOf('https')).toMatchObject({ state: 'good', finding: 'local' });
    expect(rowOf('proxies')).toMatchObject({ finding: 'direct', values: { address: '127.0.0.1' } });
    expect(rowOf('versions')?.values).toMatchObject({ node: process.version });

    const { config } = scene.server.strapi;
    const ask = (token: string, forwarded?: string) =>
      fetch(`${scene.server.url}/attendance/health`, {
        headers: { authorization: `Bearer ${token}`, ...(forwarded && { 'x-forwarded-for': forwarded }) },
      });
    const token = 'a-secret-of-the-monitor';
    expect((await ask(token)).status).toBe(401);
    config.set('plugin::attendance.monitorToken', token);
    try {
      const answer = await ask(token);
      const { data } = (await answer.json()) as { data: Health };
      expect(answer.status).toBe(data.state === 'bad' ? 503 : 200);
      expect(data.checks).toEqual(
        page.checks.map(({ check, finding, state }) => ({ check, finding, state })),
      );
      expect(JSON.stringify(data)).not.toContain('127.0.0.1');
      // Something that harms is a status which a monitor sees: here, a proxy that nobody knows.
      const behind = await ask(token, '203.0.113.9');
      expect(behind.status).toBe(503);
      expect(((await behind.json()) as { data: Health }).data).toMatchObject({ state: 'bad' });
    } finally {
      config.set('plugin::attendance.monitorToken', '');
    }
  });

  it('[Z9] of two who edit at once, the second is told so and changes nothing', async () => {
    const settings = await read<GeneralSettings>('/attendance/settings');
    const answers = await Promise.all([
      put('/attendance/settings', { ...settings, missedMax: 5 }),
      put('/attendance/settings', { ...settings, missedMax: 6 }),
    ]);
    expect(answers.map(({ status }) => status).sort(byNumber)).toEqual([200, 409]);
    const after = await read<GeneralSettings>('/attendance/settings');
    expect(after.version).toBe(settings.version + 1);
    expect(after.missedMax).toBe(answers[0]?.status === 200 ? 5 : 6);
  });

  it('[Z9] [F5] the same for a site and for an agent', async () => {
    const { id, key: _, ...site } = (await read<SiteSettings[]>('/attendance/sites'))[0] ?? fail();
    expect((await put(`/attendance/sites/${id}`, { ...site, name: 'Nova' })).status).toBe(200);
    expect((await put(`/attendance/sites/${id}`, { ...site, name: 'Velha' })).status).toBe(409);
    await scene.agent();
    const [{ id: agentId, email: __, ...agent }] = await agents();
    expect((await put(`/attendance/agents/${agentId}`, { ...agent, publicName: 'Nova' })).status).toBe(200);
    expect((await put(`/attendance/agents/${agentId}`, { ...agent, publicName: 'Velha' })).status).toBe(409);
  });

  it.each<[string, object]>([
    ['a negative capacity', { defaultCapacity: -1 }],
    ['a capacity beyond 20', { defaultCapacity: 21 }],
    ['a capacity that is no number', { defaultCapacity: '4' }],
    ['a persistence time of 1 s', { persistenceMs: 1_000 }],
    ['a persistence time of an hour', { persistenceMs: 3_600_000 }],
  ])('[R2] [P1] refuse %s', async (_, wrong) => {
    const settings = await read<GeneralSettings>('/attendance/settings');
    expect((await put('/attendance/settings', { ...settings, ...wrong })).status).toBe(400);
    expect(await read<GeneralSettings>('/attendance/settings')).toEqual(settings);
  });

  it.each<[string, object]>([
    ['an origin with a path', { origins: ['https://a.example/x'] }],
    ['an origin that would end the policy', { origins: ["https://a.example; script-src 'unsafe-inline'"] }],
    ['a wildcard', { origins: ['https://*.example'] }],
    ['a name with a semicolon', { origins: ['https://a.example;sandbox'] }],
    ['null', { origins: ['null'] }],
    ['a colour that is CSS', { appearance: { colour: 'red;background:url(x)' } }],
    ['no channel', { channels: [] }],
  ])('[F5] [F1] of a site refuse %s', async (_, wrong) => {
    const { id, key: __, ...site } = (await read<SiteSettings[]>('/attendance/sites'))[0] ?? fail();
    const body = {
      ...site,
      ...wrong,
      appearance: { ...site.appearance, ...('appearance' in wrong ? (wrong.appearance as object) : {}) },
    };
    expect((await put(`/attendance/sites/${id}`, body)).status).toBe(400);
  });

  it.each(['0', '-1', 'x', '1e3x', '1;drop', '%00', '999999'])('[Z12] know no site %s', async (id) => {
    const [site] = await read<SiteSettings[]>('/attendance/sites');
    const response = await put(`/attendance/sites/${id}`, site);
    expect(response.status).toBeOneOf([400, 404]);
  });

  it('[R2] [R9] a raised default capacity serves who waits', async () => {
    await put('/attendance/settings', {
      ...(await read<GeneralSettings>('/attendance/settings')),
      defaultCapacity: 0,
    });
    await scene.online();
    const visitor = await scene.visitor();
    expect((await scene.request(visitor)).interaction.status).toBe('waiting');
    const assigned = nextFact(
      visitor.socket,
      'interaction:changed',
      ({ interaction }) => interaction.status === 'assigned',
    );
    await put('/attendance/settings', {
      ...(await read<GeneralSettings>('/attendance/settings')),
      defaultCapacity: 4,
    });
    await assigned;
  });
});

describe('public HTTP', () => {
  it.each([
    `sites/${SITE_KEY}/config?populate=*&fields[0]=tokenHash`,
    `sites/${SITE_KEY}/config?filters[visitors][tokenHash][$startsWith]=a`,
    `sites/${SITE_KEY}/config?sort=tokenHash&pagination[limit]=-1`,
  ])('[W1] [Z12] %s answers what it always answers', async (path) => {
    const plain = await fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/config`);
    const response = await fetch(`${scene.server.url}/api/attendance/${path}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(await plain.text());
  });

  it.each([
    'widget/frame?site[]=test-shop',
    'widget/frame?site[$ne]=x',
    'widget/frame?site=nobody&site=test-shop',
    'widget/frame',
    'widget/assets/%00',
    'widget/assets/..%5c..%5cpackage.json',
    'sites/%27%20or%201=1/config',
    'sites/__proto__/config',
    `sites/${'x'.repeat(5_000)}/config`,
  ])('[Z12] %s tells nothing', async (path) => {
    const neighbour = await scene.conversation();
    const response = await fetch(`${scene.server.url}/api/attendance/${path}`);
    const text = await response.text();
    expect(response.status).toBeOneOf([400, 404]);
    expect(text).not.toMatch(/sqlite|knex|select |\/server\/|node_modules|at \w+ \(/i);
    await expectChatWorks(neighbour);
  });

  it.each([
    ['text/plain', 'version=1'],
    ['application/json', '{"version":'],
    ['application/json', '"text"'],
    ['application/x-www-form-urlencoded', 'version=1&defaultCapacity=20'],
  ])('[Z12] a body of %s (%s) is refused and changes nothing', async (type, body) => {
    const before = await read<GeneralSettings>('/attendance/settings');
    const headers = { authorization: `Bearer ${admin}`, 'content-type': type };
    const response = await fetch(`${scene.server.url}/attendance/settings`, { method: 'PUT', headers, body });
    expect(response.status).toBe(400);
    expect(await read<GeneralSettings>('/attendance/settings')).toEqual(before);
  });
});

async function agents(): Promise<[{ id: number; email: string }, ...unknown[]]> {
  const list = await read<[{ id: number; email: string }]>('/attendance/agents');
  return list.length > 0 ? list : fail();
}

function fail(): never {
  throw new Error('the list is empty');
}
