import type { Page } from '@playwright/test';

import type { HoursSettings, HoursUpdate } from '../../../plugins/attendance/protocol/settings/hours';
import { callPanel } from '../support/people/agent';
import { makeClock, type ProductClock } from '../support/product/clock';
import { expect, test as base } from '../support/fixtures';
import { startProduct, type Product } from '../support/product/product';
import { choose, save, SETTINGS } from '../support/settings';

// A Thursday; São Paulo is three hours behind.
const THURSDAY_17_45 = Date.UTC(2027, 0, 7, 20, 45);
const THURSDAY_18_00 = Date.UTC(2027, 0, 7, 21, 0);
const MINUTE_MS = 60_000;

const NINE_TO_SIX = [{ from: 540, to: 1_080 }];
const HOURS: Omit<HoursUpdate, 'version'> = {
  isOn: false,
  timeZone: 'America/Sao_Paulo',
  week: [NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, [], []],
  holidays: [],
};

/** A product whose process has a clock that is set. */
const test = base.extend<object, { product: Product; clock: ProductClock }>({
  clock: [
    // oxlint-disable-next-line no-empty-pattern -- the test tool reads what a fixture needs from this pattern
    async ({}, use) => {
      const clock = await makeClock(THURSDAY_17_45);
      await use(clock);
      await clock.remove();
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ clock }, use) => {
      const product = await startProduct({ ...clock.env, DEMO: 'logins' }, { template: null });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function setHours({ url }: Product, part: Partial<HoursUpdate>): Promise<void> {
  const { version } = await callPanel<HoursSettings>(url, 'admin', { path: '/hours' });
  await callPanel(url, 'admin', { path: '/hours', method: 'PUT', body: { ...HOURS, ...part, version } });
}

const HOURS_PAGE = `${SETTINGS}/hours`;
const now = (page: Page) => page.getByText(/^Agora: /);

/** The page's clock as the server's: the widget says when it opens by the visitor's own. */
const atServerTime = (page: Page) => page.clock.install({ time: THURSDAY_17_45 });

test.describe('business hours', () => {
  test.beforeEach(async ({ clock, product }) => {
    await clock.set(THURSDAY_17_45);
    await setHours(product, {});
  });
  test.afterEach(({ product }) => setHours(product, {}));

  test('[R13] close at their very minute for who has the widget open, though an agent is Online, and say when they begin again', async ({
    agent,
    clock,
    product,
    visitor,
  }) => {
    const { page } = await agent('admin', { path: HOURS_PAGE });
    await expect(now(page)).toHaveText(/aberto a qualquer hora/);
    await page.getByRole('switch', { name: 'Usar horário de atendimento' }).click();
    await save(page);
    await expect(now(page)).toHaveText(/aberto, fecha quinta-feira, 7 de janeiro.* 18:00/);

    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor({ onPage: atServerTime });
    await carla.openPanel();
    const start = carla.panel.getByRole('button', { name: 'Iniciar atendimento' });
    await expect(start).toBeVisible();
    await expect(carla.panel.getByText('Estamos fora do horário', { exact: false })).toHaveCount(0);

    await clock.set(THURSDAY_18_00 - MINUTE_MS);
    await expect(start).toBeVisible();
    await clock.set(THURSDAY_18_00);
    await expect(
      carla.panel.getByText('Estamos fora do horário de atendimento.', { exact: false }),
    ).toBeVisible();
    await expect(carla.panel.getByText(/^Voltamos sexta-feira.* 09:00\.$/)).toBeVisible();
    await expect(start).toHaveCount(0);
    await expect(ana.presence).toHaveAttribute('aria-checked', 'true');

    await carla.fill({ name: 'Carla Nogueira' });
    await carla.message.fill('Volto amanhã.');
    await carla.panel.getByRole('button', { name: 'Enviar' }).click();
    await expect(carla.panel.getByText('Recado enviado. Obrigado!')).toBeVisible();
    expect(product.rows('select id from attendance_interactions')).toEqual([]);
    expect(product.rows('select id from attendance_offline_messages')).toHaveLength(1);
    // The settings page looks again by itself.
    await expect(now(page)).toHaveText(/fechado, abre sexta-feira, 8 de janeiro.* 09:00/, {
      timeout: 25_000,
    });
  });

  test('[R13] [Z41] a holiday has hours of its own, or none, in place of its weekday’s', async ({
    agent,
    product,
    visitor,
  }) => {
    await setHours(product, { isOn: true });
    await (await agent('ana')).goOnline();
    const carla = await visitor({ onPage: atServerTime });
    await carla.openPanel();
    const start = carla.panel.getByRole('button', { name: 'Iniciar atendimento' });
    await expect(start).toBeVisible();

    const { page } = await agent('admin', { path: HOURS_PAGE });
    await page.getByRole('button', { name: 'Adicionar data' }).click();
    await page.getByLabel('Data').fill('2027-01-07');
    await page.getByRole('textbox', { name: 'Nome' }).fill('Aniversário da loja');
    await save(page);
    await expect(carla.panel.getByText(/^Voltamos sexta-feira.* 09:00\.$/)).toBeVisible();
    await expect(start).toHaveCount(0);

    await page.getByRole('button', { name: 'Adicionar intervalo: Aniversário da loja' }).click();
    await page.getByLabel('Aniversário da loja, fim').fill('17:55');
    await save(page);
    await expect(start).toBeVisible();
    await expect(now(page)).toHaveText(/aberto, fecha quinta-feira, 7 de janeiro.* 17:55/);
  });

  test('[R13] count by the company’s time zone, and are told by the visitor’s clock', async ({
    agent,
    product,
    visitor,
  }) => {
    await setHours(product, { isOn: true });
    await (await agent('ana')).goOnline();
    const carla = await visitor({ onPage: atServerTime });
    await carla.openPanel();
    await expect(carla.panel.getByRole('button', { name: 'Iniciar atendimento' })).toBeVisible();

    const { page } = await agent('admin', { path: HOURS_PAGE });
    await choose(page, 'Fuso horário', 'Europe/Lisbon');
    await save(page);
    // There it is a quarter to nine in the evening; nine in the morning there is six here.
    await expect(carla.panel.getByText(/^Voltamos sexta-feira.* 06:00\.$/)).toBeVisible();
    await expect(now(page)).toHaveText(/fechado, abre sexta-feira, 8 de janeiro.* 09:00/);
  });
});
