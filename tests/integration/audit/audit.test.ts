import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { AuditEntry, AuditPage } from '../../../plugins/attendance/protocol/settings/audit';
import type { MediaSettings } from '../../../plugins/attendance/protocol/calls/media-settings';
import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import type { SiteSettings } from '../../../plugins/attendance/protocol/settings/site';
import { routes } from '../../../plugins/attendance/server/src/routes';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;
let admin: { id: number; token: string };

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  admin = await signIn(strapi, {
    firstname: 'Administra',
    roles: [await roleId(strapi, 'strapi-super-admin')],
  });
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const call = <Data>(path: string, method = 'GET', body?: unknown, token = admin.token) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token,
    method,
    ...(body !== undefined && { body }),
  });
const read = async <Data>(path: string): Promise<Data> => (await call<Data>(path)).data;
const audited = async (query = ''): Promise<AuditEntry[]> =>
  (await read<AuditPage>(`/audit${query}`)).entries;

async function firstSite() {
  const [site] = await read<SiteSettings[]>('/sites');
  if (site === undefined) throw new Error('there is no site');
  const { id, key: _, sightings: __, unlisted: ___, ...update } = site;
  return { id, update };
}

describe('the record of changes', () => {
  it('[Z40] has who, when, what, and the values before and after', async () => {
    const { id, update } = await firstSite();
    const startedAt = Date.now();
    await call(`/sites/${id}`, 'PUT', { ...update, name: 'Loja nova' });
    const [entry] = await audited();
    expect(entry).toMatchObject({
      userId: admin.id,
      userName: 'Administra Teste',
      action: 'site.update',
      subject: 'Loja nova',
      changes: [{ field: 'name', before: update.name, after: 'Loja nova' }],
    });
    expect(entry?.at).toBeGreaterThanOrEqual(startedAt);
    expect(entry?.at).toBeLessThanOrEqual(Date.now());
  });

  it('[Z40] has what was made, by its name', async () => {
    await call('/departments', 'POST', { key: 'vendas', name: 'Vendas' });
    const [entry] = await audited();
    expect(entry).toMatchObject({ action: 'department.create', subject: 'Vendas' });
    expect(entry?.changes).toContainEqual({ field: 'key', before: null, after: 'vendas' });
  });

  it('[Z40] has nothing of what was refused, and nothing of what changes nothing', async () => {
    const settings = await read<GeneralSettings>('/settings');
    const before = await audited();
    const put = (body: object, token?: string) => call('/settings', 'PUT', body, token);
    expect((await put({ ...settings, version: settings.version + 7 })).status).toBe(409);
    expect((await put({ ...settings, defaultCapacity: 99 })).status).toBe(400);
    expect((await put({ ...settings, defaultCapacity: 3 }, scene.tokens.bruno)).status).toBe(403);
    expect((await put(settings)).status).toBe(200);
    expect(await audited()).toEqual(before);
  });

  it('[Z40] of two who save at once, has the one who did', async () => {
    const settings = await read<GeneralSettings>('/settings');
    const { length } = await audited();
    await Promise.all([5, 6].map((missedMax) => call('/settings', 'PUT', { ...settings, missedMax })));
    const entries = await audited();
    expect(entries).toHaveLength(length + 1);
    const { missedMax } = await read<GeneralSettings>('/settings');
    expect(entries[0]?.changes).toEqual([
      { field: 'missedMax', before: settings.missedMax, after: missedMax },
    ]);
  });

  it('[Z40] tells that a secret was set, and nothing of the secret, in no answer and no row', async () => {
    const media = await read<MediaSettings>('/media');
    const direct = { ...media.direct, turnSecret: 'marker-turn-0123' };
    expect((await call('/media', 'PUT', { ...media, direct })).status).toBe(200);
    const [entry] = await audited();
    expect(entry?.changes).toEqual([
      { field: 'direct.hasTurnSecret', before: false, after: true },
      { field: 'direct.turnSecret', before: null, after: '•••' },
    ]);
    expect(JSON.stringify(await scene.knex('attendance_audit_records'))).not.toContain('marker');
  });

  it('[Z40] is paged and filtered by person, thing and time', async () => {
    const { id, update } = await firstSite();
    let version = update.version;
    for (let turn = 0; turn < 55; turn += 1) {
      await call(`/sites/${id}`, 'PUT', { ...update, version, name: `Loja ${turn}` });
      version += 1;
    }
    const first = await read<AuditPage>('/audit?about=site');
    expect(first.entries).toHaveLength(50);
    const second = await read<AuditPage>(`/audit?about=site&before=${first.next}`);
    expect(second.entries.length).toBeGreaterThanOrEqual(5);
    expect(second.entries[0]?.id).toBeLessThan(first.entries.at(-1)?.id ?? 0);
    expect(second.next).toBeNull();
    expect(first.entries.every(({ action }) => action.startsWith('site.'))).toBe(true);
    expect(first.people).toEqual([{ userId: admin.id, userName: 'Administra Teste' }]);
    expect(await audited('?userId=999')).toEqual([]);
    expect(await audited(`?from=${Date.now() + 60_000}`)).toEqual([]);
    expect(await audited('?to=1')).toEqual([]);
    expect((await call('/audit?before=x')).status).toBe(400);
  });

  it('[Z40] [F4] is closed to agents, and nobody can edit or delete it', async () => {
    expect((await call('/audit', 'GET', undefined, scene.tokens.bruno)).status).toBe(403);
    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH'])
      for (const path of ['/audit', '/audit/1'])
        expect((await call(path, method, {})).status).toBeOneOf([404, 405]);
  });
});

/** What else JavaScript takes for the number of a row that is there. */
const OTHER_WAYS = ['0x', '0b', '0', '+', '-', '%20', '%09', ''].map((before) => [
  before,
  before === '' ? 'e0' : '',
]);

describe('an id in an address', () => {
  const withId = [...routes.admin.routes, ...routes['content-api'].routes].filter(
    ({ handler, path }) =>
      path.includes(':id') &&
      !/thumbnail|readBy|reservations/.test(handler) &&
      !path.startsWith('/attachments'),
  );

  it.each(withId)(
    '[Z111] finding A8: $method $path takes decimal digits alone, and does and notes nothing for anything else',
    async ({ method, path, handler }) => {
      const { data: tag } = await call<{ id: number }>('/tags', 'POST', {
        name: `${method} ${handler}`,
        colour: '#4945ff',
        isArchived: false,
      });
      const before = await audited();
      const isPublic = handler === 'attachments.uploadByVisitor';
      for (const [prefix, suffix] of [
        ...OTHER_WAYS,
        ['', '.0'],
        ['', '%00'],
        ['', 'n'],
        ['9999999999', '999999'],
      ]) {
        const url = path.replace(':id', `${prefix}${tag.id}${suffix}`);
        const answer = await fetch(`${scene.server.url}${isPublic ? '/api' : ''}/attendance${url}`, {
          method,
          headers: {
            authorization: `Bearer ${admin.token}`,
            'content-type': path.endsWith('attachments') ? 'application/octet-stream' : 'application/json',
          },
          ...(!['DELETE', 'GET'].includes(method) && { body: '{}' }),
        });
        expect(answer.status, url).toBe(400);
      }
      expect(await audited()).toEqual(before);
      expect((await read<{ id: number }[]>('/tags')).some(({ id }) => id === tag.id)).toBe(true);
    },
  );

  it('[Z111] finding A8: the filters of the record are read alike', async () => {
    for (const query of ['before=0x1', 'userId=1e0', 'from=+1', 'to=%201', 'before[]=1'])
      expect((await call(`/audit?${query}`)).status, query).toBe(400);
  });
});

/** They change nothing that is stored, or no setting: a file is part of a conversation. */
const CHANGES_NOTHING = ['media.selfTest', 'retention.preview', 'attachments.uploadByAgent'];

describe('every admin route that changes something', () => {
  const changing = routes.admin.routes.filter(
    ({ handler, method }) => method !== 'GET' && !CHANGES_NOTHING.includes(handler),
  );
  it.each(changing)('[Z40] $method $path is audited', ({ config }) => {
    expect(config).toMatchObject({ middlewares: [{ name: 'plugin::attendance.audit' }] });
  });
});
