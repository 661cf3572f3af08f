import { expect, test } from '@playwright/test';

import { startProduct, type Product } from '../support/product/product';

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

  test('[Z15] finding C9: the demo has a past week to look at, marked as such', async () => {
    const count = (table: string) =>
      product.rows<{ count: number }>(`select count(*) as count from attendance_${table}`)[0]?.count ?? 0;
    expect(count('interactions')).toBeGreaterThan(20);
    expect(count('messages')).toBeGreaterThan(60);
    expect(count('canned_responses')).toBeGreaterThan(3);
    expect(count('departments')).toBe(2);
    expect(count('custom_fields')).toBe(2);
    expect(
      product.rows(`select 1 from attendance_interactions i where i.status = 'ended' and not exists (
        select 1 from attendance_interaction_tags l join attendance_tags t on t.id = l.tag_id
        where l.interaction_id = i.id and t.name = 'Demonstração')`),
    ).toEqual([]);
    expect(product.rows('select 1 from attendance_agents where photo is not null')).toHaveLength(2);
    // The reports measure it little by little after the start.
    await expect.poll(() => count('report_rows'), { timeout: 15_000 }).toBeGreaterThan(20);
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

  test('[Z15] finding C9: with DEMO=false the past week is gone, and what people made stays', async () => {
    await product.terminate();
    product.sql(`insert into attendance_tags (name, name_key, colour, version, is_archived)
      values ('Minha', 'minha', '#15803d', 0, 0)`);
    await product.start({ DEMO: 'false' });
    const reports = ['report_rows', 'report_assignments', 'report_tags', 'call_attempts'];
    const others = ['interactions', 'messages', 'notes', 'visitors', 'departments', 'canned_responses'];
    for (const table of [...others, ...reports])
      expect(product.rows(`select 1 from attendance_${table}`), table).toEqual([]);
    const names = product.rows<{ name: string }>('select name from attendance_tags').map(({ name }) => name);
    expect(names).toContain('Minha');
    expect(names).not.toContain('Demonstração');
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
