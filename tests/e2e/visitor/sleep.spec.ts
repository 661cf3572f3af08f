import type { BrowserContext, Page } from '@playwright/test';

import { startDemoShop } from '../../../widget/demo/server.mjs';
import { openAgentScreen } from '../support/people/agent';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';
import { startProxy, type Proxy } from '../support/product/proxy';
import { openVisitor } from '../support/people/visitor';

const CARLA = { name: 'Carla Nogueira' };
const EIGHT_HOURS = '08:00:00';

/** A clock that can jump, as a computer's does when it wakes up. */
const withClock = (page: Page): Promise<void> => page.context().clock.install();

test.describe('a laptop that slept for 8 hours', () => {
  let proxy: Proxy;
  let url: string;

  /** The network between the sleeper and the product. */
  async function begin(product: Product): Promise<void> {
    proxy = await startProxy(Number(new URL(product.url).port));
    url = `http://localhost:${proxy.port}`;
  }

  /** No timer runs, nothing is sent or heard. */
  async function fallAsleep({ context }: { readonly context: BrowserContext }): Promise<void> {
    await context.clock.pauseAt(Date.now() + 1_000);
    proxy.freeze();
  }

  /** Nobody tells the old connection that it is dead. */
  async function wakeUp({ context }: { readonly context: BrowserContext }): Promise<void> {
    proxy.wake();
    await context.clock.fastForward(EIGHT_HOURS);
    await context.clock.resume();
  }

  test.afterEach(async () => {
    await proxy.stop();
  });

  test('[K3] [P3] the visitor’s: finds by itself that the time to come back is over, and starts anew as the same visitor', async ({
    agent,
    browser,
    product,
  }) => {
    test.setTimeout(180_000);
    await begin(product);
    const shop = await startDemoShop({ host: '127.0.0.1', port: 0, atendeUrl: url, siteKey: 'loja-demo' });
    product.sql('update attendance_sites set origins = ?', JSON.stringify([shop.url]));
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await openVisitor(browser, shop.url, { onPage: withClock });
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await carla.send('Já volto');
    await expect(ana.bubble('Já volto')).toBeVisible();

    await fallAsleep(carla);
    await expect(ana.row('Carla Nogueira', 'Ausente')).toBeVisible({ timeout: 25_000 });
    product.sql('update attendance_interactions set away_until = 1');
    await expect(ana.row('Carla Nogueira', 'Cliente encerrou')).toBeVisible();
    await wakeUp(carla);
    await expect(carla.message).toBeHidden();
    await expect(carla.bubble('Já volto')).toHaveCount(1);

    await carla.panel.getByRole('button', { name: 'Novo atendimento' }).click();
    // Whatever the form requires is known of her: it is not shown again.
    await carla.panel.getByRole('button', { name: 'Chat', exact: true }).click();
    await expect(carla.message).toBeVisible();
    expect(product.rows('select id from attendance_interactions')).toHaveLength(2);
    expect(product.rows('select id from attendance_visitors')).toHaveLength(1);
    await carla.context.close();
    await shop.stop();
  });

  test('[K3] [R14] the agent’s: shows by itself that they are Offline and hold nothing any more', async ({
    agent,
    browser,
    product,
    visitor,
  }) => {
    test.setTimeout(180_000);
    await begin(product);
    const bruno = await agent('bruno');
    const ana = await openAgentScreen(browser, url, 'ana', { onPage: withClock });
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await ana.send('Já vejo');
    await expect(carla.bubble('Já vejo')).toBeVisible();

    await fallAsleep(ana);
    const lostAt = () =>
      product.rows<{ lost_at: number | null }>(
        `select lost_at from attendance_agents where presence = 'online'`,
      )[0]?.lost_at;
    await expect.poll(lostAt, { timeout: 25_000 }).not.toBeNull();
    product.sql('update attendance_agents set lost_at = 1 where lost_at is not null');
    await bruno.goOnline();
    await bruno.open('Carla Nogueira');
    await bruno.send('Sou o Bruno');
    await wakeUp(ana);
    await expect(ana.row('Carla Nogueira')).toBeHidden();
    await expect(ana.presence).toHaveAttribute('aria-checked', 'false');
    await expect(ana.page.getByText(/Sem conexão/)).toBeHidden();
    await ana.context.close();
  });
});
