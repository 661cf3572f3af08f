import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { EMPTY_LOCALIZED } from '../../../plugins/attendance/protocol/shared/text/localized';
import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import type {
  PanelConfig,
  SiteConfig,
  SiteSettings,
  SitePages,
  SiteTriggers,
  SiteUpdate,
} from '../../../plugins/attendance/protocol/settings/site';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { dataOf, nextFact, PAGE, SHOP, SITE_KEY } from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;
let admin: string;

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  const roles = [await roleId(strapi, 'strapi-super-admin')];
  admin = (await signIn(strapi, { firstname: 'Administra', roles })).token;
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const call = <Data>(path: string, method = 'GET', body?: unknown) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token: admin,
    method,
    ...(body !== undefined && { body }),
  });
const sites = async (): Promise<SiteSettings[]> => (await call<SiteSettings[]>('/sites')).data;

async function shop(): Promise<{ id: number; update: SiteUpdate }> {
  const site = (await sites()).find(({ key }) => key === SITE_KEY);
  if (site === undefined) throw new Error('the shop is gone');
  const { id, key: _, sightings: __, unlisted: ___, ...update } = site;
  return { id, update };
}

async function change(part: Partial<SiteUpdate>): Promise<SiteSettings> {
  const { id, update } = await shop();
  const { data, status } = await call<SiteSettings>(`/sites/${id}`, 'PUT', { ...update, ...part });
  expect(status).toBe(200);
  return data;
}

async function publicly<Data>(path: string): Promise<Data> {
  const response = await fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/${path}`);
  return ((await response.json()) as { data: Data }).data;
}

describe('sites', () => {
  it('[F5] are made with a key of their name’s own, and what a new one needs', async () => {
    const made = await Promise.all([
      call<SiteSettings>('/sites', 'POST', { name: 'Pão & Café' }),
      call<SiteSettings>('/sites', 'POST', { name: 'Pão & Café' }),
      call<SiteSettings>('/sites', 'POST', { name: '珈琲' }),
    ]);
    expect(made.map(({ data }) => data.key).sort()).toEqual(['pao-cafe', 'pao-cafe-2', 'site-2']);
    expect(made[0].data).toMatchObject({
      version: 0,
      name: 'Pão & Café',
      origins: [],
      languages: ['pt-BR', 'en', 'es'],
      departmentId: null,
      appearance: { companyName: 'Pão & Café', theme: 'auto', triggers: [] },
      form: { isOn: false, fields: [] },
      rating: { kind: 'off', asksComment: false },
      transcript: { canDownload: false, canEmail: false },
    });
    for (const { data } of made) expect((await call(`/sites/${data.id}`, 'DELETE')).status).toBe(200);
    expect((await call('/sites', 'POST', { name: ' ' })).status).toBe(400);
  });

  it('[F5] are not deleted while something of them goes on, and never the last one', async () => {
    const { id } = await shop();
    await scene.request(await scene.visitor());
    expect((await call(`/sites/${id}`, 'DELETE')).status).toBe(409);
    const others = (await sites()).filter((site) => site.id !== id);
    await scene.knex('attendance_interactions').delete();
    for (const other of others) expect((await call(`/sites/${other.id}`, 'DELETE')).status).toBe(200);
    expect((await call(`/sites/${id}`, 'DELETE')).status).toBe(409);
    expect((await call('/sites/999', 'DELETE')).status).toBe(404);
    expect(await sites()).toHaveLength(1);
  });

  it.each<[string, Partial<SiteUpdate>]>([
    ['no language', { languages: [] }],
    ['a default that is none of its languages', { languages: ['en'], defaultLocale: 'pt-BR' }],
    ['a language twice', { languages: ['pt-BR', 'pt-BR'], defaultLocale: 'pt-BR' }],
    ['a department that there is not', { departmentId: 99 as never }],
    ['a rating that there is not', { rating: { kind: 'hearts', asksComment: true } as never }],
  ])('[F5] refuse %s', async (_, wrong) => {
    const { id, update } = await shop();
    expect((await call(`/sites/${id}`, 'PUT', { ...update, ...wrong })).status).toBe(400);
  });

  it.each<[string, (appearance: SiteUpdate['appearance']) => object]>([
    ['a pattern that is no path', (one) => ({ ...one, triggers: [trigger('https://x.example/')] })],
    [
      'a trigger without words',
      (one) => ({ ...one, triggers: [{ ...trigger('/'), text: EMPTY_LOCALIZED }] }),
    ],
    ['eleven triggers', (one) => ({ ...one, triggers: Array.from({ length: 11 }, () => trigger('/')) })],
    ['an icon that there is not', (one) => ({ ...one, launcherIcon: 'skull' })],
    [
      'a text without one of the languages',
      (one) => ({ ...one, texts: { ...one.texts, ended: { en: '' } } }),
    ],
  ])('[F1] refuse %s', async (_, spoil) => {
    const { id, update } = await shop();
    const wrong = { ...update, appearance: spoil(update.appearance) };
    expect((await call(`/sites/${id}`, 'PUT', wrong)).status).toBe(400);
  });

  it('[F1] [Z32] take a picture’s address from the media library, and none from a browser', async () => {
    const { strapi } = scene.server;
    const file = (await strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'logo.png',
        hash: 'logo',
        mime: 'image/png',
        size: 1,
        url: '/uploads/logo.png',
        provider: 'local',
      },
    })) as { id: number };
    const paper = (await strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'a.pdf',
        hash: 'a',
        mime: 'application/pdf',
        size: 1,
        url: '/uploads/a.pdf',
        provider: 'local',
      },
    })) as { id: number };
    const { update } = await shop();
    const url = 'https://evil.example/x.png';
    const { appearance } = await change({
      appearance: {
        ...update.appearance,
        logo: { fileId: file.id, url },
        agentAvatar: { fileId: paper.id, url },
      },
    });
    expect(appearance.logo).toEqual({ fileId: file.id, url: '/uploads/logo.png' });
    expect(appearance.agentAvatar).toBeNull();
    await change({ appearance: { ...update.appearance, logo: { fileId: 999_999, url } } });
    expect((await publicly<PanelConfig>('panel')).logo).toBe('');
  });

  it('[W5] the version of a consent is the server’s own: it grows with the text, and with nothing else', async () => {
    const { update } = await shop();
    const consent = (text: string, version = 0) => ({
      isOn: true,
      needsCheck: true,
      text: { ...EMPTY_LOCALIZED, 'pt-BR': text },
      version,
    });
    const versionOf = async (one: SiteUpdate['form']['consent']) =>
      (await change({ form: { ...update.form, consent: one } })).form.consent.version;
    expect(await versionOf(consent('Concordo.', 70))).toBe(1);
    expect(await versionOf(consent('Concordo.', 70))).toBe(1);
    expect(await versionOf({ ...consent('Concordo.'), needsCheck: false })).toBe(1);
    expect(await versionOf(consent('Concordo com tudo.'))).toBe(2);
    await change({ form: update.form });
  });

  it('[R11] [F5] send whoever names no department to their own, as long as there is one', async () => {
    const created = await call<{ id: number }>('/departments', 'POST', { key: 'vendas', name: 'Vendas' });
    await change({ departmentId: created.data.id as never });
    const departmentOf = async () => {
      const { interaction } = await scene.request(await scene.visitor());
      const row = await scene
        .knex('attendance_interactions')
        .where('id', interaction.id)
        .first<{ department_id: number | null }>();
      return row?.department_id ?? null;
    };
    expect(await departmentOf()).toBe(created.data.id);
    await scene.knex('attendance_departments').delete();
    expect(await departmentOf()).toBeNull();
    await change({ departmentId: null });
  });
});

const trigger = (pattern: string) => ({ pattern, afterSeconds: 0, text: { ...EMPTY_LOCALIZED, en: 'Hi!' } });

describe('what pages are told', () => {
  const longest = (codePoints: number) => ({
    'pt-BR': '😀'.repeat(codePoints),
    en: '😀'.repeat(codePoints),
    es: '😀'.repeat(codePoints),
  });

  it('[Z30] [W1] the loader’s part is at most 2 kB with the longest of everything', async () => {
    const { update } = await shop();
    const { appearance } = update;
    await change({
      appearance: {
        ...appearance,
        companyName: '😀'.repeat(60),
        texts: {
          greeting: longest(200),
          launcherText: longest(30),
          queue: longest(200),
          offlineTitle: longest(80),
          offline: longest(300),
          outsideHours: longest(300),
          ended: longest(200),
        },
        triggers: Array.from({ length: 10 }, () => ({
          pattern: `/${'é'.repeat(199)}`,
          afterSeconds: 3_600,
          text: longest(160),
        })),
        pages: { choice: 'only', patterns: Array.from({ length: 20 }, () => `/${'é'.repeat(199)}`) },
        layer: 2_147_483_647,
      },
    });
    const response = await fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/config`);
    expect(Buffer.byteLength(await response.text())).toBeLessThanOrEqual(2_048);
    expect((await publicly<SiteConfig>('config')).hasTriggers).toBe(true);
    expect((await publicly<SiteTriggers>('triggers')).triggers).toHaveLength(10);
    await change({ appearance });
  });

  it('[F1] [Z138] finding B13: where the launcher stands is told apart, and only where it is not everywhere', async () => {
    const { update } = await shop();
    const { appearance } = update;
    const ask = async () => [
      (await publicly<SiteConfig>('config')).isOnEveryPage,
      await publicly<SitePages>('pages'),
    ];
    expect(await ask()).toEqual([true, { isOnlyThere: false, patterns: [] }]);
    const patterns = ['/pagamento', '/conta/*'];
    for (const choice of ['only', 'except'] as const) {
      await change({ appearance: { ...appearance, pages: { choice, patterns } } });
      expect(await ask()).toEqual([false, { isOnlyThere: choice === 'only', patterns }]);
    }
    // What was written stays, and is nobody's business while it does not count.
    await change({ appearance: { ...appearance, pages: { choice: 'every', patterns } } });
    expect(await ask()).toEqual([true, { isOnlyThere: false, patterns: [] }]);
    expect((await shop()).update.appearance.pages.patterns).toEqual(patterns);
    const refused = async (part: Partial<SiteUpdate>): Promise<number> => {
      const now = await shop();
      return (await call(`/sites/${now.id}`, 'PUT', { ...now.update, ...part })).status;
    };
    for (const wrong of [[], ['conta'], ['/a b'], Array<string>(21).fill('/')])
      expect(
        await refused({ appearance: { ...appearance, pages: { choice: 'only', patterns: wrong } } }),
      ).toBe(400);
    for (const layer of [0, 1.5, 2_147_483_648])
      expect(await refused({ appearance: { ...appearance, layer } })).toBe(400);
    await change({ appearance });
  });

  it('[F5] in a language of the site: the one asked for, else its own, and its own where a text is not translated', async () => {
    const { update } = await shop();
    const { appearance } = update;
    const greeting = { 'pt-BR': 'Oi!', en: 'Hi!', es: '' };
    await change({
      languages: ['pt-BR', 'es'],
      appearance: { ...appearance, texts: { ...appearance.texts, greeting, launcherText: greeting } },
    });
    const greetingIn = async (locale: string) =>
      (await publicly<PanelConfig>(`panel?locale=${locale}`)).texts.greeting;
    expect(await greetingIn('pt-BR')).toBe('Oi!');
    expect(await greetingIn('es')).toBe('Oi!');
    expect(await greetingIn('en')).toBe('Oi!');
    expect(await greetingIn('xx')).toBe('Oi!');
    const config = await publicly<SiteConfig>('config');
    expect(config).toMatchObject({ languages: ['pt-BR', 'es'], launcherText: { 'pt-BR': 'Oi!', es: 'Oi!' } });
    await change({ languages: update.languages, appearance });
  });

  it('[F1] a change reaches every open widget of the site, and a snapshot says which one holds', async () => {
    const { snapshot, socket } = await scene.visitor();
    const told = nextFact(socket, 'site:changed');
    await change({ name: 'Loja mudada' });
    const shown = snapshot.siteVersion + 1;
    expect(await told).toEqual({ siteVersion: shown });
    expect((await scene.visitor()).snapshot.siteVersion).toBe(shown);
    expect((await publicly<PanelConfig>(`panel?version=${shown}`)).version).toBe(shown);
    expect((await publicly<SiteConfig>(`config?version=${shown}`)).version).toBe(shown);
    // And holds for whoever connected before it.
    await change({ channels: ['chat'] });
    const answer = await socket.emitWithAck('interaction:request', { channel: 'voice', page: PAGE });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    dataOf(await socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE }));
    await change({ channels: ['chat', 'voice', 'video'] });
  });

  it('[F1] [P1] so does the time that a visitor has to come back, which is of all sites', async () => {
    const { data: before } = await call<GeneralSettings>('/settings');
    const { snapshot, socket } = await scene.visitor();
    const told = nextFact(socket, 'site:changed');
    // What no widget shows is nothing to tell of.
    const { data: quiet } = await call<GeneralSettings>('/settings', 'PUT', { ...before, missedMax: 7 });
    await call<GeneralSettings>('/settings', 'PUT', { ...quiet, persistenceMs: 45_000 });
    const shown = snapshot.siteVersion + 2;
    expect(await told).toEqual({ siteVersion: shown });
    expect((await scene.visitor()).snapshot.siteVersion).toBe(shown);
    const panel = await publicly<PanelConfig>(`panel?version=${shown}`);
    expect(panel).toMatchObject({ version: shown, persistenceMs: 45_000 });
    expect((await publicly<SiteConfig>(`config?version=${shown}`)).version).toBe(shown);
    await call('/settings', 'PUT', { ...before, version: before.version + 2 });
  });
});

describe('sightings', () => {
  it('[F6] tell when an allowed origin last asked for the widget; written at most once a minute, and of nobody else', async () => {
    const ask = (origin?: string) =>
      fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/config`, {
        headers: origin === undefined ? {} : { origin },
      });
    const seen = () => scene.knex('attendance_sightings') as Promise<{ origin: string; seen_at: number }[]>;
    const before = Date.now();
    const asked = [SHOP, 'https://evil.example', undefined, SHOP].map(
      async (origin) => (await ask(origin)).status,
    );
    expect(await Promise.all(asked)).toEqual([200, 403, 200, 200]);
    await expect.poll(async () => (await seen()).map(({ origin }) => origin)).toEqual([SHOP]);
    const [first] = await seen();
    expect(Number(first?.seen_at)).toBeGreaterThanOrEqual(before);
    const listed = (await sites()).find(({ key }) => key === SITE_KEY);
    expect(listed?.sightings).toEqual([{ origin: SHOP, seenAt: Number(first?.seen_at) }]);
    expect(await seen()).toEqual([first]);
  });

  it('[F6] [Z121] finding S7: of origins that are not listed the last five to ask are told, until they are', async () => {
    const origins = Array.from({ length: 7 }, (_, number) => `https://s${number}.example`);
    for (const origin of [...origins, 'javascript:alert(1)', `https://${'a'.repeat(3_000)}.example`])
      await fetch(`${scene.server.url}/api/attendance/sites/${SITE_KEY}/config`, { headers: { origin } });
    const told = async (): Promise<string[]> =>
      (await sites()).find(({ key }) => key === SITE_KEY)?.unlisted.map(({ origin }) => origin) ?? [];
    expect(await told()).toEqual(origins.slice(2).reverse());
    await change({ origins: [SHOP, 'https://s5.example'] });
    expect(await told()).toEqual([
      'https://s6.example',
      'https://s4.example',
      'https://s3.example',
      'https://s2.example',
    ]);
    await change({ origins: [SHOP] });
  });
});
