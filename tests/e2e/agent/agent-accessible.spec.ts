import { expectAccessible, expectNarrow, expectScreenAccessible } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';

test('[A7] on the agent’s screen: empty, with a conversation, its dialogs, and on a phone', async ({
  agent,
  visitor,
}) => {
  test.setTimeout(150_000);
  const ana = await agent('ana');
  const { page } = ana;
  await expectScreenAccessible(page);
  await ana.goOnline();
  const carla = await visitor();
  await carla.start({ name: 'Carla Nogueira' });
  await expect(ana.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible();
  await expectScreenAccessible(page);
  await ana.open('Carla Nogueira');
  await carla.send('Oi! Veja https://loja.exemplo/pedido/77');
  await ana.send('Claro, um momento.');
  await expectScreenAccessible(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Ir para' })).toBeVisible();
  await expectAccessible(page, { within: 'dialog' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Encerrar interação', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page, { within: '[role=alertdialog]' });
  await page.keyboard.press('Escape');
  await ana.fromVisitorMenu('Bloquear visitante');
  await expect(page.getByRole('dialog', { name: 'Bloquear Carla Nogueira?' })).toBeVisible();
  await expectAccessible(page, { within: '[role=dialog]' });
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(ana.message).toBeVisible();
  await expectScreenAccessible(page, 'main');
  await expectNarrow(page);
});
