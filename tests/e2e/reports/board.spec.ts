import { expectNarrow, expectScreenAccessible } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';
import { openAgentScreen, signIn } from '../support/people/agent';
import { BOARD_PATH } from '../support/people/supervisor';
import type { Product } from '../support/product/product';

/** Gives an agent who has been here so much room, until the test is over: with none, whoever comes waits for them. */
const giveRoom = (product: Product, name: string, capacity: number): void =>
  product.sql(`update attendance_agents set capacity = ? where public_name like ?`, capacity, `${name}%`);

test.describe('the live board', () => {
  test('[D3] [Z180] shows who waits and who attends as it happens, without asking', async ({
    agent,
    product,
    supervisor,
    visitor,
  }) => {
    const bruno = await agent('bruno');
    giveRoom(product, 'Bruno', 0);
    await bruno.goOnline();
    const sofia = await supervisor();
    await expect(sofia.page.getByText('ao vivo', { exact: true })).toBeVisible();
    await expect(sofia.queue.getByText(/Ninguém espera/)).toBeVisible();
    const asked: string[] = [];
    sofia.page.on('request', (request) => {
      if (request.url().includes('/attendance/')) asked.push(request.url());
    });

    const rafael = await visitor();
    await rafael.start({ name: 'Rafael Prado' });
    await expect(sofia.queue.getByText('Rafael Prado')).toBeVisible();
    await expect(sofia.queue.getByText('Chat 1', { exact: true })).toBeVisible();

    const ana = await agent('ana');
    await ana.goOnline();
    const card = sofia.agent('Ana');
    await expect(card.getByText('Rafael Prado')).toBeVisible();
    await expect(card.getByText('Nova, não aberta')).toBeVisible();
    await expect(sofia.queue.getByText('Rafael Prado')).toBeHidden();
    await expect(card.getByRole('meter', { name: 'Capacidade' })).toHaveAttribute('aria-valuenow', '1');
    await ana.open('Rafael Prado');
    await rafael.send('Oi');
    await expect(card.getByText('Cliente aguardando')).toBeVisible();
    await ana.send('Olá');
    await expect(card.getByText('Sem pendência')).toBeVisible();
    await rafael.end();
    await expect(card.getByText('Cliente encerrou')).toBeVisible();
    await ana.end();
    await expect(card.getByText('Ninguém em atendimento')).toBeVisible();
    await ana.goOffline();
    await expect(card).toBeHidden();
    await expect(sofia.page.getByRole('list', { name: 'Offline' }).getByText('Ana')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('[D3] [Z180] comes back by itself after a lost connection, and says that it stood still', async ({
    agent,
    supervisor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const sofia = await supervisor();
    await expect(sofia.agent('Ana')).toBeVisible();
    await sofia.page.context().setOffline(true);
    await sofia.page.evaluate(() => dispatchEvent(new Event('offline')));
    await expect(sofia.page.getByText('reconectando', { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(sofia.agent('Ana')).toBeVisible();
    await ana.goOffline();
    await sofia.page.context().setOffline(false);
    await expect(sofia.page.getByText('ao vivo', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expect(sofia.agent('Ana')).toBeHidden();
  });

  test('[D3] is for supervisors alone', async ({ agent }) => {
    const ana = await agent('ana');
    await expect(ana.page.getByRole('link', { name: 'Painel ao vivo' })).toHaveCount(0);
    await ana.page.goto(ana.page.url().replace(/\/plugins\/attendance.*$/, '/plugins/attendance-board'));
    await expect(ana.page.getByText(/permiss/i).first()).toBeVisible();
    await expect(ana.page.getByRole('heading', { name: 'Painel ao vivo' })).toHaveCount(0);
  });

  test('[D3] says what is missing to a supervisor who may not attend', async ({ browser, product }) => {
    const context = await browser.newContext({ storageState: await signIn(product.url, 'sofia') });
    const page = await context.newPage();
    await page.route('**/admin/users/me/permissions', async (route) => {
      const response = await route.fetch();
      const { data } = (await response.json()) as { data: { action: string }[] };
      const json = { data: data.filter(({ action }) => action !== 'plugin::attendance.attend') };
      await route.fulfill({ response, json });
    });
    await page.goto(`${product.url}${BOARD_PATH}`);
    await expect(page.getByRole('alert').filter({ hasText: 'Attend visitors' })).toBeVisible();
    await context.close();
  });

  test('[D3] [Z185] fills a wall, dark and with nothing to press but the way back', async ({
    agent,
    supervisor,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const rafael = await visitor();
    await rafael.start({ name: 'Rafael Prado' });
    await ana.open('Rafael Prado');
    const sofia = await supervisor();
    await sofia.page.setViewportSize({ width: 1920, height: 1080 });
    await expect(sofia.agent('Ana')).toBeVisible();
    await sofia.follow('Rafael Prado');
    await expect(ana.page.getByText(/Sofia.* acompanha$/)).toBeVisible();
    const wall = sofia.page.getByRole('main');
    await wall.evaluate((element) => element.setAttribute('data-kept', ''));
    await sofia.page.getByRole('button', { name: 'Tela cheia', exact: true }).click();
    await expect(wall.getByRole('button')).toHaveCount(1);
    await expect(sofia.page.getByRole('button', { name: 'Sair da tela cheia' })).toBeFocused();
    // Nobody reads it on a wall, and so its agent reads of nobody.
    await expect(ana.page.getByText(/Sofia.* acompanha$/)).toBeHidden();
    await expect(wall.getByText('Rafael Prado')).toBeVisible();
    const { background, box, letters } = await wall.evaluate((element) => ({
      background: getComputedStyle(element).backgroundColor,
      box: element.getBoundingClientRect().toJSON() as { width: number; x: number },
      letters: parseFloat(getComputedStyle(element.querySelector('h3') as Element).fontSize),
    }));
    expect(box).toMatchObject({ x: 0, width: 1920 });
    expect(background).toBe('rgb(24, 24, 38)');
    expect(letters).toBeGreaterThan(20);
    await expectScreenAccessible(sofia.page, 'main');
    await sofia.page.keyboard.press('Escape');
    await expect(sofia.page.getByRole('button', { name: 'Tela cheia', exact: true })).toBeFocused();
    await expect(sofia.pane).toBeHidden();
    // The same board all the while, and not another one.
    await expect(wall).toHaveAttribute('data-kept', '');
  });

  test('[D3] [A7] is accessible in both modes, and fits 360 px', async ({
    agent,
    product,
    supervisor,
    visitor,
  }) => {
    const ana = await agent('ana');
    giveRoom(product, 'Ana', 1);
    await ana.goOnline();
    const [rafael, carla] = [await visitor(), await visitor()];
    await rafael.start({ name: 'Rafael Prado de Albuquerque e Vasconcelos' });
    await ana.open('Rafael Prado');
    await carla.start({ name: 'Carla' });
    const sofia = await supervisor();
    await expect(sofia.queue.getByText('Carla')).toBeVisible();
    await expect(sofia.agent('Ana')).toBeVisible();
    await expectScreenAccessible(sofia.page, 'main');
    await sofia.page.setViewportSize({ width: 360, height: 740 });
    await expectNarrow(sofia.page);
    await expectScreenAccessible(sofia.page, 'main');
  });
});

test('[D3] [Z186] the home page has who waits, who is Online and today, one click from Atendimento', async ({
  agent,
  browser,
  product,
  visitor,
}) => {
  const bruno = await agent('bruno');
  giveRoom(product, 'Bruno', 0);
  await bruno.goOnline();
  const panel = await openAgentScreen(browser, product.url, 'admin', { path: '/admin' });
  await expect(panel.page.getByText('Atendimento agora', { exact: true })).toBeVisible();
  await expect(panel.page.getByText('pessoas na fila')).toBeVisible();
  const carla = await visitor();
  await carla.start({ name: 'Carla' });
  await expect(panel.page.getByText('pessoa na fila')).toBeVisible({ timeout: 10_000 });
  await expect(panel.page.getByText('atendente online')).toBeVisible();
  const ana = await agent('ana');
  await ana.goOnline();
  await expect(panel.page.getByText('atendentes online')).toBeVisible({ timeout: 10_000 });
  await expect(panel.page.getByText('pessoas na fila')).toBeVisible();
  await panel.page.getByRole('link', { name: 'Abrir o Atendimento' }).click();
  await expect(panel.page).toHaveURL(/\/plugins\/attendance$/);
  await panel.context.close();
});
