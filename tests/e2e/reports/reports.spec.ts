import type { Page } from '@playwright/test';

import { expectAccessible, expectNarrow } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';
import { CARLA, expectRows, fill, REPORTS } from '../support/reports';
import { choose, save, SETTINGS } from '../support/settings';

const chart = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('[Z165] [Z166] filters stand in the address, and every figure opens what is behind it', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(180_000);
  const ana = await agent('ana');
  await fill(ana, visitor);
  await expectRows(product, 2);
  const { page } = await agent('admin', { path: '/admin/plugins/attendance' });
  await page.getByRole('link', { name: 'Relatórios' }).click();
  await expect(page).toHaveURL(/attendance-reports\/overview$/);
  await expect(page.getByRole('link', { name: /^2, Interações/ })).toBeVisible();

  // A filter is in the address, over a reload and on another tab, as a chip with its name.
  await choose(page, 'Canal', 'Chat');
  await expect(page).toHaveURL(/channel=chat/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Canal: Chat, remover filtro' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Relatórios' })
    .getByRole('link', { name: 'Atendentes' })
    .click();
  await expect(page).toHaveURL(/\/agents\?channel=chat$/);
  const row = page.getByRole('row', { name: /Ana Martins/ });
  await row.getByRole('link', { name: 'Ana Martins, Atendidas: 2' }).click();
  await expect(page).toHaveURL(/\/interactions\?channel=chat&agentId=\d+&own=attended$/);
  await expect(page.getByRole('button', { name: 'Que o atendente abriu, remover filtro' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1–2 de 2' })).toBeVisible();
  // Ana handed one of the two on to Bruno, who has been here: that figure opens just that one.
  await agent('bruno');
  await expect
    .poll(() => product.rows(`select id from attendance_agents where public_name like 'Bruno%'`))
    .toHaveLength(1);
  product.sql(`update attendance_report_assignments set outcome = 'transferred' where id in
    (select min(id) from attendance_report_assignments)`);
  product.sql(`insert into attendance_report_assignments
      (interaction_id, agent_id, agent_name, channel, assigned_at, released_at, outcome, response_count)
    select interaction_id, (select id from attendance_agents where public_name like 'Bruno%'), 'Bruno Lima', channel,
      released_at, released_at, 'ended', 0
    from attendance_report_assignments where outcome = 'transferred'`);
  await page.goto(`${product.url}${REPORTS}/agents`);
  const handOvers = page.getByRole('table', { name: 'Quem passou para quem' });
  await expect(
    handOvers.getByRole('row', { name: /Ana Martins → Bruno Lima, Transferências: 1$/ }),
  ).toBeVisible();
  await handOvers.getByRole('link', { name: /Ana Martins → Bruno Lima/ }).click();
  await expect(page).toHaveURL(/agentId=\d+&handedTo=\d+$/);
  await expect(page.getByRole('button', { name: 'Passada para Bruno Lima, remover filtro' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1–1 de 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Limpar tudo' }).click();
  await expect(page).toHaveURL(/\/interactions$/);
  await choose(page, 'Período', 'Ontem');
  await expect(page.getByText('Nenhuma interação neste período', { exact: false })).toBeVisible();
});

test('[Z166] charts by keyboard: their marks, their tables, and the same figures in both', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(180_000);
  const ana = await agent('ana');
  await fill(ana, visitor);
  await expectRows(product, 2);
  const { page } = await agent('admin', { path: `${REPORTS}/overview` });
  const card = chart(page, 'Interações por dia');
  const first = card.getByRole('link').first();
  await first.focus();
  await page.keyboard.press('End');
  const day = page.locator(':focus');
  await expect(day).toHaveAccessibleName(/: Chat 2, Voz 0, Vídeo 0, Abandonadas 0, Toques perdidos 0$/);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveAccessibleName(/, Chat: 2$/);
  await page.keyboard.press('t');
  const table = card.getByRole('table', { name: 'Interações por dia' });
  await expect(table.getByRole('row').last()).toContainText('2');
  await expect(card.getByRole('button', { name: 'Ver gráfico' })).toBeFocused();
  await page.keyboard.press('t');
  await card.getByRole('link').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/interactions\?from=(\d{4}-\d{2}-\d{2})&to=\1$/);
  await expect(page.getByRole('status').filter({ hasText: '1–2 de 2' })).toBeVisible();
  // A definition, by keyboard.
  await page.goBack();
  await page.getByRole('button', { name: 'Definição: Espera' }).first().focus();
  await expect(page.getByRole('tooltip')).toContainText('Do pedido à primeira atribuição');
});

test('[Z169] an interaction is opened with its conversation, and one deleted by retention says so', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(180_000);
  const ana = await agent('ana');
  await fill(ana, visitor);
  await expectRows(product, 2);
  const { page } = await agent('admin', { path: `${REPORTS}/interactions` });
  await page.getByRole('button', { name: /abrir a interação de Carla Nogueira/ }).click();
  const dialog = page.getByRole('dialog', { name: /Carla Nogueira/ });
  await expect(dialog.getByText(CARLA.says)).toBeVisible();
  await expect(dialog.getByText(CARLA.answer)).toBeVisible();
  await expect(dialog.getByText(CARLA.email, { exact: true })).toBeVisible();
  await expectAccessible(page, { within: '[role=dialog]' });
  const address = page.url();
  await page.reload();
  expect(page.url()).toBe(address);
  await expect(dialog.getByText(CARLA.says)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // A link outlives its page: what the filters leave out is fetched, and what there is not is said to be missing.
  const id = new URL(address).searchParams.get('open');
  await page.goto(`${product.url}${REPORTS}/interactions?channel=voice&open=${id}`);
  await expect(dialog.getByText(CARLA.says)).toBeVisible();
  await page.goto(`${product.url}${REPORTS}/interactions?open=999999`);
  await expect(page.getByText('A interação deste link não existe', { exact: false })).toBeVisible();
  await page.goto(`${product.url}${REPORTS}/interactions`);

  // Columns of one's own, over a reload.
  await page.getByRole('button', { name: 'Colunas' }).click();
  await page.getByRole('checkbox', { name: 'E-mail' }).click();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'E-mail' })).toBeVisible();
  await expect(page.getByRole('cell', { name: CARLA.email, exact: true })).toBeVisible();

  product.sql(
    `delete from attendance_interactions where visitor_id in
      (select id from attendance_visitors where email = ?)`,
    CARLA.email,
  );
  await page.reload();
  await expect(page.getByText('Conversa apagada pela retenção')).toBeVisible();
});

test('[A7] [Z167] every report: axe in the light and in the dark, and on a phone', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(240_000);
  const ana = await agent('ana');
  await fill(ana, visitor);
  await expectRows(product, 2);
  const { page } = await agent('admin', { path: `${REPORTS}/overview` });
  for (const tab of ['overview', 'agents', 'departments', 'sites', 'interactions', 'own-day']) {
    await page.goto(`${product.url}${REPORTS}/${tab}`);
    await expect(page.getByText(/fuso /)).toBeVisible();
    // At 1440 px no table of figures is scrolled sideways.
    for (const table of await page
      .getByRole('region')
      .filter({ has: page.getByRole('table') })
      .all())
      if (tab !== 'interactions')
        expect(await table.evaluate((place) => place.scrollWidth - place.clientWidth)).toBeLessThanOrEqual(0);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, { within: 'main' });
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(page.getByText(/fuso /)).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await expectNarrow(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

test('[Z165] an agent without the right sees their own day alone', async ({ agent, product, visitor }) => {
  test.setTimeout(150_000);
  const ana = await agent('ana');
  await fill(ana, visitor);
  await expectRows(product, 2);
  await expect(ana.page.getByRole('link', { name: 'Relatórios' })).toBeHidden();
  await ana.page.getByRole('link', { name: 'Meu dia' }).click();
  await expect(ana.page.getByRole('heading', { name: 'Meu dia' })).toBeVisible();
  await expect(
    ana.page.locator('dt', { hasText: 'Atendidas' }).locator('xpath=following-sibling::dd'),
  ).toHaveText('2');
  await ana.page.goto(`${product.url}${REPORTS}/overview`);
  await expect(ana.page.getByText('fuso', { exact: false })).toBeHidden();
});

test('[Z167] the settings of the reports are kept', async ({ agent, product }) => {
  const { page } = await agent('admin', { path: `${SETTINGS}/reports` });
  await page.getByRole('textbox', { name: /^Meta para chats/ }).fill('45');
  await choose(page, 'Fuso dos relatórios', 'Europe/Lisbon');
  await save(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^Meta para chats/ })).toHaveValue('45');
  await expectAccessible(page, { within: 'main' });
  await page.goto(`${product.url}${REPORTS}/overview`);
  await expect(page.getByText('fuso Europe/Lisbon', { exact: false })).toBeVisible();
});
