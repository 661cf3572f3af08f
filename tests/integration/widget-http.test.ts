import { afterAll, beforeAll, expect, it } from 'vitest';

import { siteConfigSchema } from '../../plugins/attendance/protocol/rest';
import { SHOP, SITE_KEY } from '../support/clients';
import { startStrapi, type StrapiServer } from '../support/strapi-server';

let server: StrapiServer;

beforeAll(async () => {
  server = await startStrapi();
  const service = server.strapi.plugin('attendance').service('attendance') as {
    ensureSite(site: { key: string; name: string; origins: string[] }): Promise<void>;
  };
  await service.ensureSite({ key: SITE_KEY, name: 'Loja de teste', origins: [SHOP] });
});

afterAll(async () => {
  await server.stop();
});

it('[W1] answers the configuration of a site to any page, in at most 2 kB', async () => {
  const response = await fetch(`${server.url}/api/attendance/sites/${SITE_KEY}/config`, {
    headers: { origin: SHOP },
  });
  const text = await response.text();
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
  const { data } = JSON.parse(text) as { data: unknown };
  expect(siteConfigSchema.parse(data).siteKey).toBe(SITE_KEY);
});

it('[F5] knows no other site, and no path out of the assets', async () => {
  for (const path of [
    'sites/nobody/config',
    'widget/assets/..%2f..%2fserver%2findex.js',
    'widget/frame?site=nobody',
  ]) {
    const response = await fetch(`${server.url}/api/attendance/${path}`);
    expect(response.status).toBe(404);
  }
});

it('[F4] has no content API on what it stores', async () => {
  for (const type of ['interactions', 'messages', 'visitors', 'attendance/interactions', 'agents']) {
    const response = await fetch(`${server.url}/api/${type}`);
    expect(response.status).toBe(404);
  }
});
