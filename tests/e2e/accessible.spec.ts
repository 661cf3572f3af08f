import type { Frame, Page } from '@playwright/test';

import { expectAccessible, expectNarrow } from './support/accessible';
import { expect, test } from './support/fixtures';
import { frameWith } from './support/looks';
import type { Visitor } from './support/visitor';

const panelOf = (visitor: Visitor): Promise<Frame> => frameWith(visitor.page, /widget\/frame/);

/** [S6] A row is called by who it is and how it stands; the clock that ticks in it, and the line beneath, are not part of its name. */
const ROWS = { rule: 'label-content-name-mismatch', part: /data-interaction-row/ };

/** What is on screen, in the light and in the dark. */
async function expectBoth(page: Page, look: Page | Frame = page): Promise<void> {
  await expectAccessible(look, { meant: [ROWS] });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(look, { meant: [ROWS] });
  await page.emulateMedia({ colorScheme: 'light' });
}

test.describe('axe finds nothing against WCAG 2.2 AA', () => {
  test('[W2] [W3] in the widget while nobody attends, in the queue, in a conversation and at its end', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(150_000);
    product.sql(
      `update attendance_sites set rating = '{"kind":"stars","asksComment":true}', transcript = '{"canDownload":true,"canEmail":false}'`,
    );
    const carla = await visitor();
    await expectBoth(carla.page);
    await carla.openPanel();
    const frame = await panelOf(carla);
    const check = () => expectBoth(carla.page, frame);
    const { panel } = carla;

    await expect(panel.getByRole('heading', { name: 'Não estamos online agora' })).toBeVisible();
    await panel.getByRole('button', { name: 'Enviar' }).click();
    await expect(panel.getByText('Preencha este campo.').first()).toBeVisible();
    await check();
    await carla.fill({ name: 'Carla Nogueira' });
    await carla.message.fill('Quero saber do meu pedido.');
    await panel.getByRole('button', { name: 'Enviar' }).click();
    await expect(panel.getByText('Recado enviado. Obrigado!')).toBeVisible();
    await check();
    await panel.getByRole('button', { name: 'Voltar' }).click();

    const ana = await agent('ana');
    product.sql('update attendance_agents set capacity = 0');
    await ana.goOnline();
    await carla.fill({ name: 'Carla Nogueira' });
    await panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await expect(panel.getByText('Você é o próximo', { exact: true })).toBeVisible();
    await check();

    product.sql('update attendance_agents set capacity = null');
    await ana.open('Carla Nogueira');
    await carla.send('Oi! Veja https://loja.exemplo/pedido/77');
    await ana.send('Claro, um momento.');
    await expect(carla.bubble('Claro, um momento.')).toBeVisible();
    await check();
    await panel.getByRole('button', { name: 'Encerrar', exact: true }).click();
    await expect(panel.getByRole('alertdialog')).toBeVisible();
    await check();
    await panel.getByRole('alertdialog').getByRole('button', { name: 'Encerrar', exact: true }).click();
    await panel.getByRole('button', { name: '4 estrelas' }).click();
    await expect(panel.getByText('Obrigado pela avaliação!')).toBeVisible();
    await check();
    product.sql(
      `update attendance_sites set rating = '{"kind":"off","asksComment":false}', transcript = '{"canDownload":false,"canEmail":false}'`,
    );
  });

  test('[W2] [W3] [A10] in the widget that cannot connect, and of a visitor who is blocked, where nothing looks online', async ({
    agent,
    visitor,
  }) => {
    const lost = await visitor({
      onPage: (page) => page.routeWebSocket(/attendance\/socket/, (socket) => socket.close()),
    });
    await lost.openPanel();
    await expect(lost.panel.getByRole('button', { name: 'Tentar de novo' })).toBeVisible({ timeout: 20_000 });
    await expectBoth(lost.page, await panelOf(lost));

    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');
    await ana.page.getByRole('button', { name: 'Bloquear visitante' }).click();
    const dialog = ana.page.getByRole('dialog', { name: 'Bloquear Carla Nogueira?' });
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Ofensas');
    await expectAccessible(ana.page, { within: '[role=dialog]' });
    await dialog.getByRole('button', { name: 'Bloquear' }).click();
    await expect(carla.panel.getByRole('status').getByRole('heading')).toBeVisible();
    await expect(carla.panel.locator('header .online')).toHaveCount(0);
    await expectBoth(carla.page, await panelOf(carla));
  });

  test('[A7] on the agent’s screen: empty, with a conversation, its dialogs, and on a phone', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const ana = await agent('ana');
    const { page } = ana;
    await expectBoth(page);
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await expect(ana.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible();
    await expectBoth(page);
    await ana.open('Carla Nogueira');
    await carla.send('Oi! Veja https://loja.exemplo/pedido/77');
    await ana.send('Claro, um momento.');
    await expectBoth(page);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Ir para' })).toBeVisible();
    await expectAccessible(page, { within: 'dialog' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Encerrar interação', exact: true }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectAccessible(page, { within: '[role=alertdialog]' });
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(ana.message).toBeVisible();
    await expectAccessible(page, { within: 'main', meant: [ROWS] });
    await expectNarrow(page);
  });
});
