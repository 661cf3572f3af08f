import { afterAll, beforeAll, expect, it } from 'vitest';

import { siteConfigSchema } from '../../plugins/attendance/protocol/rest';
import { SHOP, SITE_KEY } from '../support/clients';
import { startScene, type Scene } from '../support/scene';

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
