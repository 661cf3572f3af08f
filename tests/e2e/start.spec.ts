import { expect, test } from '@playwright/test';

import { startProduct, type Product } from './support/product';

test.describe.configure({ mode: 'serial' });

test.describe('npm start', () => {
  let product: Product;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    product = await startProduct({}, { template: null });
  });

  test.afterAll(async () => {
    await product.stop();
  });

  test('[Z15] prints addresses and logins, and serves the shop on an origin of its own', async ({
    request,
  }) => {
    for (const words of [`${product.url}/admin`, product.shopUrl, 'ana@demo.local', 'Atende-demo-1'])
      expect(product.output()).toContain(words);
    expect((await request.get(product.shopUrl)).status()).toBe(200);
    expect((await request.get(`${product.url}/admin`)).status()).toBe(200);
  });

  test('[Z15] SIGTERM ends it cleanly; a second start rebuilds nothing, seeds nothing, and is ready within 15 s', async () => {
    expect(await product.terminate()).toBe(0);
    const users = product.rows('select id from admin_users');
    product.sql(`update attendance_agents set public_name = public_name || '!'`);
    const startedAt = Date.now();
    await product.start();
    expect(Date.now() - startedAt).toBeLessThan(15_000);
    expect(product.output()).not.toMatch(/building|installing|compiling/);
    expect(product.rows('select id from admin_users')).toEqual(users);
  });

  test('[Z15] SIGTERM to npm, which tells nobody, ends it too', async ({ request }) => {
    await product.terminate();
    await product.start({}, ['npm', 'start']);
    await product.terminate();
    const isThere = () =>
      request.get(`${product.url}/_health`).then(
        () => true,
        () => false,
      );
    await expect.poll(isThere, { timeout: 15_000 }).toBe(false);
  });

  test('[Z15] in production, demo logins are warned of loudly', async () => {
    await product.terminate();
    await product.start({ NODE_ENV: 'production' });
    expect(product.output()).toContain('DEMO LOGINS ARE ACTIVE IN PRODUCTION');
    expect(product.output()).not.toContain('Demo shop');
  });
});

test('[Z15] DEMO=false seeds nobody, and the first administrator is asked for', async ({ request }) => {
  test.setTimeout(120_000);
  const product = await startProduct({ DEMO: 'false' }, { template: null });
  try {
    expect(product.rows('select id from admin_users')).toHaveLength(0);
    expect(product.output()).toContain('first administrator');
    const { data } = (await (await request.get(`${product.url}/admin/init`)).json()) as {
      data: { hasAdmin: boolean };
    };
    expect(data.hasAdmin).toBe(false);
  } finally {
    await product.stop();
  }
});
