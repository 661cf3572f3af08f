import { startDemoShop } from '../../../widget/demo/server.mjs';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';
import { startProxy, type Proxy } from '../support/product/proxy';
import { openVisitor } from '../support/people/visitor';

const CARLA = { name: 'Carla Nogueira' };

test.describe('agents who vanish', () => {
  test('[R10] what is not opened in time passes to the second agent', async ({ agent, visitor, product }) => {
    product.sql('update attendance_settings set ring_ms = 4000');
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await expect(ana.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible();
    const bruno = await agent('bruno');
    await bruno.goOnline();
    await expect(bruno.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible({ timeout: 10_000 });
    await expect(ana.row('Carla Nogueira')).toBeHidden();
    await expect(carla.panel.getByText('Procurando outro atendente…')).toBeVisible();
    await bruno.open('Carla Nogueira');
    await bruno.send('Oi, sou o Bruno');
    await expect(carla.bubble('Oi, sou o Bruno')).toBeVisible();
    const outcomes = product.rows<{ outcome: string }>(
      'select outcome from attendance_assignments order by id',
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['missed', 'held']);
  });

  test('[R14] an agent whose browser dies gives back what was not opened, and in the end everything', async ({
    agent,
    visitor,
    product,
  }) => {
    test.setTimeout(150_000);
    product.sql('update attendance_settings set grace_ms = 33000, ring_ms = 0');
    const ana = await agent('ana');
    await ana.goOnline();
    const alice = await visitor();
    await alice.start({ name: 'Alice' });
    await ana.open('Alice');
    await ana.send('Já vejo');
    const bento = await visitor();
    await bento.start({ name: 'Bento' });
    await expect(ana.row('Bento', 'Nova, não aberta')).toBeVisible();
    await ana.context.close();

    const bruno = await agent('bruno');
    await bruno.goOnline();
    await expect(bruno.row('Bento', 'Nova, não aberta')).toBeVisible({ timeout: 34_000 });
    await expect(bruno.row('Alice', 'Nova, não aberta')).toBeVisible({ timeout: 8_000 });
    await bruno.open('Alice');
    await expect(bruno.bubble('Já vejo')).toBeVisible();
    await expect
      .poll(() =>
        product.rows(
          `select presence, offline_reason from attendance_agents where public_name = 'Ana Martins'`,
        ),
      )
      .toEqual([{ presence: 'offline', offline_reason: 'lost' }]);
  });
});

test.describe('the server comes back', () => {
  test('[K1] [K2] [K3] [C2] killed in mid-conversation and started again, both screens have everything once', async ({
    agent,
    visitor,
    product,
  }) => {
    test.setTimeout(120_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    for (const text of ['um', 'dois']) await carla.send(text);
    await ana.send('três');
    await expect(carla.bubble('três')).toBeVisible();

    await product.kill();
    await expect(carla.panel.getByText(/Sem conexão/)).toBeVisible();
    await expect(ana.page.getByText(/Sem conexão/)).toBeVisible();
    await carla.send('escrito no escuro');
    await ana.message.fill('também no escuro');
    await ana.message.press('Enter');
    await ana.message.fill('meia frase');
    await product.start();

    for (const screen of [carla, ana])
      for (const text of ['um', 'dois', 'três', 'escrito no escuro', 'também no escuro'])
        await expect(screen.bubble(text)).toHaveCount(1, { timeout: 20_000 });
    await expect(ana.message).toHaveValue('meia frase');
    await expect(ana.presence).toHaveAttribute('aria-checked', 'true');
    const stored = product.rows<{ body: string; sequence: number }>(
      `select body, sequence from attendance_messages where side <> 'system' order by sequence`,
    );
    expect(stored.map(({ body }) => body).sort()).toEqual(
      ['dois', 'escrito no escuro', 'também no escuro', 'três', 'um'].sort(),
    );
  });

  test('[C2] the agent’s draft and unsent message survive a reload of the page', async ({
    agent,
    visitor,
    product,
  }) => {
    test.setTimeout(120_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await ana.message.fill('uma frase que ainda não');
    await ana.page.reload();
    await ana.open('Carla Nogueira');
    await expect(ana.message).toHaveValue('uma frase que ainda não');
    await product.kill();
    await expect(ana.page.getByText(/Sem conexão/)).toBeVisible();
    await ana.message.press('Enter');
    await expect(ana.message).toHaveValue('');
    await product.start();
    await expect(carla.bubble('uma frase que ainda não')).toHaveCount(1, { timeout: 20_000 });
  });
});

test.describe('the network comes back', () => {
  let proxy: Proxy;
  let shop: Awaited<ReturnType<typeof startDemoShop>>;

  async function begin(product: Product): Promise<void> {
    proxy = await startProxy(Number(new URL(product.url).port));
    const atendeUrl = `http://localhost:${proxy.port}`;
    shop = await startDemoShop({ host: '127.0.0.1', port: 0, atendeUrl, siteKey: 'loja-demo' });
    product.sql('update attendance_sites set origins = ?', JSON.stringify([shop.url]));
  }

  test.afterEach(async () => {
    await shop.stop();
    await proxy.stop();
  });

  for (const fault of ['cut', 'freeze'] as const)
    test(`[K2] [K3] [P1] [C4] ${fault === 'cut' ? 'cut' : 'half-open'}: noticed on both sides, and healed without losing or doubling anything`, async ({
      agent,
      browser,
      product,
    }) => {
      test.setTimeout(150_000);
      await begin(product);
      const ana = await agent('ana');
      await ana.goOnline();
      const carla = await openVisitor(browser, shop.url);
      await carla.start(CARLA);
      await ana.open('Carla Nogueira');
      await carla.send('antes');
      await expect(ana.bubble('antes')).toBeVisible();

      proxy[fault]();
      await ana.send('ouve?');
      await carla.send('no túnel');
      await expect(ana.row('Carla Nogueira', 'Ausente')).toBeVisible({ timeout: 25_000 });
      await expect(carla.panel.getByText(/Sem conexão/)).toBeVisible({ timeout: 25_000 });
      await expect(ana.bubble('no túnel')).toHaveCount(0);
      proxy.mend();
      for (const screen of [ana, carla])
        for (const text of ['antes', 'ouve?', 'no túnel'])
          await expect(screen.bubble(text)).toHaveCount(1, { timeout: 35_000 });
      await carla.context.close();
    });
});
