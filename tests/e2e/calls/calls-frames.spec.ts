import type { FrameLocator } from '@playwright/test';

import { answerCall, CARLA } from '../support/calls/calls';
import { expect, test } from '../support/fixtures';
import { serve, serveShop, type HostPage } from '../support/product/host-page';
import { expectMedia, watchPeers } from '../support/calls/received';
import { openVisitor } from '../support/people/visitor';

test.use({
  // The browser says so too where a page asks for what it was denied.
  provoked: /Permissions policy violation/,
});

/** A page of another origin that shows the shop in a frame, as shop systems and previews do. */
const startFramer = (): Promise<HostPage> =>
  serve((url) => {
    const { searchParams } = new URL(url, 'http://framer');
    const [shop, allow] = [searchParams.get('shop') ?? '', searchParams.get('allow') ?? ''];
    const style = 'border:0;width:100vw;height:98vh';
    return new Response(`<!doctype html><iframe src="${shop}" allow="${allow}" style="${style}"></iframe>`, {
      headers: { 'content-type': 'text/html' },
    });
  });

/** The shop with pages that forbid both devices, whatever its frames are given. */
const startForbiddingShop = (shopUrl: string): Promise<HostPage> =>
  serveShop(shopUrl, { headers: { 'permissions-policy': 'camera=(), microphone=()' } });

async function askForVideo(panel: FrameLocator): Promise<void> {
  await panel.getByRole('button', { name: 'Vídeo', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Nome' }).fill(CARLA.name);
  await panel.getByRole('textbox', { name: 'E-mail' }).fill('carla@exemplo.com');
  await panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
}

const SAID = 'Esta página não deixa usar microfone e câmera. A chamada funciona em outra aba.';

test('[M8] a page that forbids devices is said plainly, and the call goes on in a tab of its own', async ({
  agent,
  browser,
  product,
}) => {
  test.setTimeout(150_000);
  const shop = await startForbiddingShop(product.shopUrl);
  product.sql('update attendance_sites set origins = ?', JSON.stringify([shop.origin]));
  const ana = await agent('ana', { onPage: watchPeers });
  await ana.goOnline();
  const carla = await openVisitor(browser, shop.origin, { onPage: (page) => watchPeers(page.context()) });
  await carla.openPanel();
  await askForVideo(carla.panel);
  await ana.row(CARLA.name).click();
  await answerCall(ana);
  await expect(carla.panel.getByText(SAID)).toBeVisible();

  const opened = carla.context.waitForEvent('page');
  await carla.panel.getByRole('button', { name: 'Abrir a chamada em outra aba' }).click();
  const own = await opened;
  await expectMedia(own, 'video');
  await expectMedia(ana.page, 'video');
  await expect(own.getByText('Em chamada')).toBeVisible();
  await expect(carla.panel.getByText('A chamada está em outra aba')).toBeVisible();

  // The chat is in both tabs, and the call is left from its own.
  await ana.send('Agora vejo você.');
  await expect(carla.bubble('Agora vejo você.')).toBeVisible();
  await own.getByRole('button', { name: 'Desligar chamada' }).click();
  await expect(ana.page.getByText(/nada mais chega até “Encerrar interação”/)).toBeVisible();
  await carla.send('Obrigada!');
  await expect(ana.bubble('Obrigada!')).toBeVisible();
  await carla.context.close();
  shop.stop();
});

test.describe('the shop within another page', () => {
  let framer: HostPage;
  test.beforeAll(async () => {
    framer = await startFramer();
  });
  test.afterAll(() => framer.stop());

  for (const [title, allow] of [
    ['that does not pass the devices on: said plainly, with a tab of its own', ''],
    ['that passes them on: media flow', 'camera; microphone; autoplay'],
  ] as const)
    test(`[M8] ${title}`, async ({ agent, product, visitor }) => {
      test.setTimeout(120_000);
      product.sql(
        'update attendance_sites set origins = ?',
        JSON.stringify([product.shopUrl, framer.origin]),
      );
      const ana = await agent('ana', { onPage: watchPeers });
      await ana.goOnline();
      const { context } = await visitor();
      await watchPeers(context);
      const page = await context.newPage();
      await page.goto(`${framer.origin}/?shop=${encodeURIComponent(product.shopUrl)}&allow=${allow}`);
      const shop = page.frameLocator('iframe');
      await shop.getByRole('button', { name: /^Abrir atendimento/ }).click();
      const panel = shop.frameLocator('iframe');
      await askForVideo(panel);
      await ana.row(CARLA.name).click();
      await answerCall(ana);
      if (allow === '') {
        await expect(panel.getByText(SAID)).toBeVisible();
        const opened = context.waitForEvent('page');
        await panel.getByRole('button', { name: 'Abrir a chamada em outra aba' }).click();
        await expectMedia(await opened, 'video');
      } else await expectMedia(page, 'video');
      await expectMedia(ana.page, 'video');
    });
});
