import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../support/fixtures';

const FORM = '/admin/settings/attendance/form';

const namesOf = async (page: Page): Promise<string[]> =>
  page.getByRole('list', { name: 'Campos' }).locator('strong').allTextContents();

/** Presses the key until the focus is there. */
async function reach(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const hasFocus = () => goal.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 150 && !(await hasFocus()); presses += 1) await page.keyboard.press(key);
  await expect(goal).toBeFocused();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
}

/** The form as a new shop would have it: nothing in it yet. */
function emptyForm(product: { sql(statement: string): void }): void {
  product.sql(
    `update attendance_sites set form = json_set(form, '$.isOn', json('true'), '$.fields', json('[]'))`,
  );
}

test.describe('the form builder', () => {
  test('[F2] [A7] builds, moves, takes away and brings back by keyboard alone', async ({
    agent,
    product,
  }) => {
    test.setTimeout(150_000);
    emptyForm(product);
    const { page } = await agent('admin', { path: FORM });
    const { keyboard } = page;
    await expect(page.getByText('Nenhum campo ainda.', { exact: false })).toBeVisible();
    const palette = page.getByRole('group', { name: 'Adicionar campo' });
    for (const name of ['Nome', 'E-mail', 'Texto curto']) {
      await reach(page, palette.getByRole('button', { name, exact: true }));
      await keyboard.press('Enter');
      // Whoever adds a field goes on with its label.
      await expect(page.getByRole('textbox', { name: 'Rótulo' })).toBeFocused();
      if (name === 'Texto curto') await keyboard.type('Número do pedido');
      else await reach(page, palette.getByRole('button', { name, exact: true }), 'Shift+Tab');
    }
    expect(await namesOf(page)).toEqual(['Nome', 'E-mail', 'Número do pedido']);

    // By the handle, as a pointer would, and heard.
    await reach(
      page,
      page.getByRole('button', { name: 'Mover: Número do pedido', exact: true }),
      'Shift+Tab',
    );
    await keyboard.press('Space');
    const heard = page.locator('[id^="DndLiveRegion"]');
    await expect(heard).toHaveText('Número do pedido levantado, na posição 3 de 3.');
    await keyboard.press('ArrowUp');
    await expect(heard).toHaveText('Número do pedido está na posição 2 de 3.');
    await keyboard.press('Space');
    await expect(heard).toHaveText('Número do pedido ficou na posição 2 de 3.');
    expect(await namesOf(page)).toEqual(['Nome', 'Número do pedido', 'E-mail']);

    // By the buttons.
    await reach(page, page.getByRole('button', { name: 'Mover para cima: Número do pedido' }));
    await keyboard.press('Enter');
    expect(await namesOf(page)).toEqual(['Número do pedido', 'Nome', 'E-mail']);

    await reach(page, page.getByRole('button', { name: 'Remover: Nome' }));
    await keyboard.press('Enter');
    expect(await namesOf(page)).toEqual(['Número do pedido', 'E-mail']);
    await expect(page.getByRole('button', { name: 'Desfazer' })).toBeFocused();
    await keyboard.press('Enter');
    expect(await namesOf(page)).toEqual(['Número do pedido', 'Nome', 'E-mail']);

    await reach(page, page.getByRole('button', { name: 'Salvar' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('list', { name: 'Campos' })).toBeVisible();
    expect(await namesOf(page)).toEqual(['Número do pedido', 'Nome', 'E-mail']);
  });

  test('[F2] [Z37] [Z38] is dragged by a pointer, refuses what cannot stand so, and shows what is missing', async ({
    agent,
    product,
  }) => {
    emptyForm(product);
    const { page } = await agent('admin', { path: FORM });
    const palette = page.getByRole('group', { name: 'Adicionar campo' });
    await palette.getByRole('button', { name: 'Nome' }).click();
    await palette.getByRole('button', { name: 'Caixa de marcar' }).click();
    await expect(page.getByRole('textbox', { name: 'Rótulo' })).toBeFocused();
    // Without a label it cannot be saved; it is said at the field, and nothing is sent.
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(page.getByText('Dê um rótulo ao campo.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Rótulo' })).toBeFocused();
    await page.getByRole('textbox', { name: 'Rótulo' }).fill('Já sou cliente');
    await expect(page.getByText('Dê um rótulo ao campo.')).toBeHidden();

    await palette.getByRole('button', { name: 'Texto curto' }).click();
    await page.getByRole('textbox', { name: 'Rótulo' }).fill('Código');
    await page.getByRole('combobox', { name: 'Quando perguntar' }).click();
    await page.getByRole('option', { name: 'Conforme Já sou cliente' }).click();
    await expect(page.getByText('Texto curto · depende de Já sou cliente')).toBeVisible();
    await page.getByRole('button', { name: /^Código/ }).click();
    expect(await namesOf(page)).toEqual(['Nome', 'Já sou cliente', 'Código']);

    const drag = async (what: string, onto: string): Promise<void> => {
      const handle = page.getByRole('button', { name: `Mover: ${what}`, exact: true });
      const goal = page.getByRole('button', { name: `Mover: ${onto}`, exact: true });
      const [from, to] = [await handle.boundingBox(), await goal.boundingBox()];
      if (from === null || to === null) throw new Error('not on screen');
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2 + 12, { steps: 3 });
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
      await page.mouse.up();
    };
    await drag('Nome', 'Código');
    await expect.poll(() => namesOf(page)).toEqual(['Já sou cliente', 'Código', 'Nome']);
    await drag('Código', 'Já sou cliente');
    await expect(page.getByText('Código depende de Já sou cliente e não pode vir antes.')).toBeVisible();
    expect(await namesOf(page)).toEqual(['Já sou cliente', 'Código', 'Nome']);
    await save(page);
  });

  test('[F2] [W1] [W5] what was built is asked in the shop, conditions and consent included', async ({
    agent,
    product,
    visitor,
  }) => {
    emptyForm(product);
    const admin = await agent('admin', { path: FORM });
    const { page } = admin;
    const palette = page.getByRole('group', { name: 'Adicionar campo' });
    const label = page.getByRole('textbox', { name: 'Rótulo' });
    await palette.getByRole('button', { name: 'Nome' }).click();
    await palette.getByRole('button', { name: 'Escolha' }).click();
    await label.fill('Assunto');
    await page.getByRole('textbox', { name: 'Opção 1' }).fill('Compra');
    await page.getByRole('textbox', { name: 'Opção 2' }).fill('Troca');
    await page.getByRole('textbox', { name: 'Opção 2' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Opção 3' })).toBeFocused();
    await page.keyboard.type('Outro');
    await page.getByRole('checkbox', { name: 'Obrigatório' }).click();
    await palette.getByRole('button', { name: 'Texto longo' }).click();
    await label.fill('O que houve com o produto?');
    await page.getByRole('checkbox', { name: 'Obrigatório' }).click();
    await page.getByRole('combobox', { name: 'Quando perguntar' }).click();
    await page.getByRole('option', { name: 'Conforme Assunto' }).click();
    await page.getByRole('combobox', { name: 'Se a resposta for' }).click();
    await page.getByRole('option', { name: 'Troca' }).click();
    await page.getByRole('switch', { name: 'Mostrar o texto de consentimento' }).click();
    await page.getByRole('radio', { name: 'Pedir que marque' }).click();
    await page
      .getByRole('textbox', { name: 'Texto', exact: true })
      .fill('Concordo com o uso dos meus dados.');
    await save(page);
    await expect(page.getByText('Versão 1.', { exact: false })).toBeVisible();

    await (await agent('ana')).goOnline();
    const carla = await visitor();
    await carla.openPanel();
    const { panel } = carla;
    await panel.getByRole('textbox', { name: 'Nome' }).fill('Carla Nogueira');
    const reason = panel.getByRole('textbox', { name: 'O que houve com o produto?' });
    await panel.getByRole('radio', { name: 'Compra' }).check();
    await expect(reason).toBeHidden();
    await panel.getByRole('radio', { name: 'Troca' }).check();
    await expect(reason).toBeVisible();
    const start = panel.getByRole('button', { name: 'Iniciar atendimento' });
    await start.click();
    await expect(reason).toHaveAttribute('aria-invalid', 'true');
    await reason.fill('Veio amassado');
    await panel.getByRole('checkbox', { name: 'Concordo com o uso dos meus dados.' }).check();
    await start.click();
    await expect(carla.message).toBeVisible();
  });
});
