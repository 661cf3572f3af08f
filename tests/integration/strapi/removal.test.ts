import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { connectAgent, connectVisitor, dataOf, PAGE, signInAgent } from '../../support/wire/clients';
import { post, startScene } from '../../support/scene';
import { startStrapi, type StrapiServer } from '../../support/strapi/strapi-server';

/** A word that somebody wrote, and that must be found nowhere afterwards. */
const MARKER = 'jabuticabeira';
/** What the plugin's first start leaves in every file. */
const SITE = 'site';

let folder: string;
let filename: string;
let running: StrapiServer | null = null;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-removal-'));
  filename = path.join(folder, 'copy.db');
});

afterEach(async () => {
  await running?.stop();
  running = null;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function start(isWithoutPlugin: boolean): Promise<StrapiServer> {
  running = await startStrapi({ filename, isWithoutPlugin });
  return running;
}

/** What a kill -9 would leave at this moment. */
function copyAsKilled(from: string): void {
  for (const suffix of ['', '-wal'])
    if (existsSync(from + suffix)) copyFileSync(from + suffix, filename + suffix);
}

async function grantsOf(strapi: Core.Strapi, code: string): Promise<string[]> {
  const rows = (await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { code }, action: { $startsWith: 'plugin::attendance.' } } })) as {
    action: string;
  }[];
  return rows.map(({ action }) => action.replace('plugin::attendance.', '')).sort();
}

const tablesOf = async ({ db }: Core.Strapi): Promise<string[]> =>
  (
    (await db.connection.raw(`SELECT name FROM sqlite_master WHERE name LIKE 'attendance%'`)) as {
      name: string;
    }[]
  ).map(({ name }) => name);

it('[G2] [Z90] [Z94] findings S1 and S6: killed and then removed, the Strapi starts and keeps nothing that people said; put back, all works', async () => {
  const scene = await startScene();
  try {
    const { strapi, url } = scene.server;
    const { ana, carla, interactionId } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, MARKER)));
    await scene.knex('attendance_search').insert({ rowid: interactionId, words: MARKER });
    const agent = await roleId(strapi, 'attendance-agent');
    const author = await roleId(strapi, 'strapi-author');
    const superAdmin = await roleId(strapi, 'strapi-super-admin');
    const { token } = await signIn(strapi, { firstname: 'Sofia', roles: [superAdmin] });
    const give = async (role: number, actions: readonly string[]) => {
      const permissions = actions.map((action) => ({
        action: `plugin::attendance.${action}`,
        subject: null,
        properties: {},
        conditions: [],
      }));
      const route = `${url}/admin/roles/${role}/permissions`;
      expect((await adminFetch(route, { token, method: 'PUT', body: { permissions } })).status).toBe(200);
    };
    // On purpose: agents are not to see addresses, and authors supervise.
    await give(agent, ['attend']);
    await give(author, ['supervise']);
    expect(ana.socket.connected).toBe(true);
    copyAsKilled(process.env['DATABASE_FILENAME'] ?? '');
  } finally {
    await scene.stop();
  }

  const without = await start(true);
  expect((await fetch(`${without.url}/_health`)).ok).toBe(true);
  expect(without.strapi.plugin('attendance')).toBeUndefined();
  expect(await tablesOf(without.strapi)).toEqual([]);
  expect(await grantsOf(without.strapi, 'attendance-supervisor')).toEqual([]);
  await without.stop();

  const again = await start(false);
  expect(await grantsOf(again.strapi, 'attendance-supervisor')).toEqual([
    'attend',
    'export-reports',
    'reports',
    'see-ip',
    'supervise',
  ]);
  expect(await grantsOf(again.strapi, 'attendance-agent')).toEqual(['attend']);
  expect(await grantsOf(again.strapi, 'strapi-author')).toEqual(['supervise']);
  const bia = await connectAgent(again.url, await signInAgent(again.strapi, 'Bia'));
  const davi = await connectVisitor(again.url, { siteKey: SITE, origin: again.url });
  dataOf(await bia.socket.emitWithAck('presence:set', { presence: 'online' }));
  const asked = await davi.socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE });
  const { interaction } = dataOf(asked);
  expect(interaction.status).toBe('assigned');
  dataOf(await davi.socket.emitWithAck('message:post', post(interaction.id, 'oi')));
  bia.socket.disconnect();
  davi.socket.disconnect();
}, 300_000);
