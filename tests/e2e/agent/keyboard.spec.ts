import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../support/fixtures';

/** Presses the key until the focus is there. */
async function reach(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  const hasFocus = () =>
    goal.evaluate((element) => element === (element.getRootNode() as Document | ShadowRoot).activeElement);
  for (let presses = 0; presses < 80 && !(await hasFocus()); presses += 1) await page.keyboard.press(key);
  await expect(goal).toBeFocused();
}

test.describe('by keyboard alone', () => {
  test('[A7] comes Online, goes through the list, answers, and ends with reason and note', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(150_000);
    product.sql('update attendance_settings set ring_ms = 0');
    const ana = await agent('ana');
    const { keyboard } = ana.page;
    const palette = ana.page.getByRole('dialog', { name: 'Ir para' });
    const goTo = async (letters: string, wanted: string): Promise<void> => {
      await keyboard.press('Control+k');
      await expect(palette.getByRole('combobox')).toBeFocused();
      await keyboard.type(letters);
      await expect(palette.getByRole('option', { selected: true })).toContainText(wanted);
      await keyboard.press('Enter');
      await expect(palette).toBeHidden();
    };
    await goTo('ficar on', 'Ficar online');
    await expect(ana.presence).toHaveAttribute('aria-checked', 'true');

    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    const spoken = ana.page.locator('[aria-live="polite"]');
    await expect(spoken.getByText('Nova interação: Carla Nogueira')).toBeAttached();
    const bento = await visitor();
    await bento.start({ name: 'Bento Lima' });
    const [carlas, bentos] = [ana.row('Carla Nogueira'), ana.row('Bento Lima')];
    await expect(bentos).toBeVisible();

    // One stop for the whole list; the arrows go on from it.
    await reach(ana.page, carlas, 'Tab');
    await keyboard.press('ArrowDown');
    await expect(bentos).toBeFocused();
    await keyboard.press('Home');
    await expect(carlas).toBeFocused();
    await keyboard.press('Enter');
    await expect(ana.message).toBeFocused();
    await keyboard.type('Oi, Carla!');
    await keyboard.press('Enter');
    await expect(carla.bubble('Oi, Carla!')).toBeVisible();
    await carla.send('Oi!');
    await expect(spoken.getByText('Carla Nogueira disse: Oi!')).toBeAttached();

    // To the other and back, by its place and by its name.
    const title = ana.page.getByRole('heading', { level: 2 });
    await keyboard.press('Alt+j');
    await expect(title.filter({ hasText: 'Bento Lima' })).toBeVisible();
    await keyboard.press('Control+k');
    await expect(palette).toBeVisible();
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await expect(ana.message).toBeFocused();
    await goTo('carla', 'Carla Nogueira');
    await expect(title.filter({ hasText: 'Carla Nogueira' })).toBeVisible();
    await expect(ana.message).toBeFocused();

    const end = ana.page.getByRole('button', { name: 'Encerrar interação', exact: true });
    const dialog = ana.page.getByRole('alertdialog');
    await reach(ana.page, end, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await goTo('encerrar', 'Encerrar interação');
    const reason = dialog.getByRole('button', { name: 'Sem resposta do cliente' });
    await reach(ana.page, reason, 'Tab');
    await keyboard.press('Space');
    await expect(reason).toHaveAttribute('aria-pressed', 'true');
    await reach(ana.page, dialog.getByRole('textbox', { name: 'Observação' }), 'Tab');
    await keyboard.type('Só perguntou.');
    await reach(ana.page, dialog.getByRole('button', { name: 'Encerrar', exact: true }), 'Tab');
    await keyboard.press('Enter');
    // Behind a dialog nothing is there for anybody: the row goes once it is closed.
    await expect(dialog).toBeHidden();
    await expect(carlas).toBeHidden();
    expect(
      product.rows(
        `select i.closing_note, t.name from attendance_interactions i
         join attendance_interaction_tags b on b.interaction_id = i.id
         join attendance_tags t on t.id = b.tag_id where i.status = 'ended'`,
      ),
    ).toEqual([{ closing_note: 'Só perguntou.', name: 'Sem resposta do cliente' }]);
  });

  test('[W2] [F2] the visitor opens the panel, fills the form, talks, ends and rates', async ({
    agent,
    product,
    visitor,
  }) => {
    product.sql(
      'update attendance_sites set rating = ?',
      JSON.stringify({ kind: 'stars', asksComment: true }),
    );
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    const { page, panel } = carla;
    const { keyboard } = page;
    const button = (name: string) => panel.getByRole('button', { name, exact: true });
    await reach(page, carla.launcher, 'Tab');
    await keyboard.press('Enter');
    await expect(button('Iniciar atendimento')).toBeVisible();

    // Nothing filled in: the first fault gets the focus.
    await reach(page, button('Iniciar atendimento'), 'Tab');
    await keyboard.press('Enter');
    await expect(panel.getByRole('textbox', { name: 'Nome' })).toBeFocused();
    await keyboard.type('Carla Nogueira');
    await keyboard.press('Tab');
    await keyboard.type('carla@exemplo.com');
    await keyboard.press('Enter');
    await expect(carla.message).toBeFocused();
    await keyboard.type('Só com o teclado');
    await keyboard.press('Enter');
    await expect(carla.bubble('Só com o teclado')).toBeVisible();
    await ana.open('Carla Nogueira');
    await ana.send('Entendido');
    await expect(carla.bubble('Entendido')).toBeVisible();
    await expect(carla.message).toBeFocused();

    // While an input method composes, its keys are its own [finding B10].
    for (const composed of [
      { key: 'Escape', isComposing: true },
      { key: 'Escape', keyCode: 229 },
      { key: 'Enter', isComposing: true },
    ])
      await carla.message.dispatchEvent('keydown', { ...composed, bubbles: true });
    await expect(carla.message).toBeFocused();
    await expect(carla.launcher).toHaveAttribute('aria-expanded', 'true');
    // Esc closes the panel, and the launcher has the focus again.
    await keyboard.press('Escape');
    await expect(carla.launcher).toBeFocused();
    await keyboard.press('Enter');
    await expect(carla.message).toBeFocused();

    await reach(page, button('Encerrar'), 'Shift+Tab');
    await keyboard.press('Enter');
    const question = panel.getByRole('alertdialog');
    await expect(question).toBeVisible();
    await reach(page, question.getByRole('button', { name: 'Encerrar', exact: true }), 'Tab');
    await keyboard.press('Enter');
    await expect(button('5 estrelas')).toBeVisible();
    await reach(page, button('5 estrelas'), 'Tab');
    await keyboard.press('Space');
    await expect(panel.getByText('Obrigado pela avaliação!')).toBeVisible();
    await expect(ana.row('Carla Nogueira', 'Cliente encerrou')).toBeVisible();
    await reach(page, button('Novo atendimento'), 'Tab');
  });
});

test('[A7] fits 360 px, in Strapi’s dark theme too', async ({ agent, visitor }) => {
  const ana = await agent('ana');
  await ana.goOnline();
  await ana.page.setViewportSize({ width: 360, height: 740 });
  const lightness = () =>
    ana.page.locator('main').evaluate((main) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(main).backgroundColor.match(/\d+/g) ?? []).map(
        Number,
      );
      return (red + green + blue) / 3;
    });
  const overflow = () =>
    ana.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const carla = await visitor();
  await carla.start({ name: 'Carla Nogueira' });
  expect(await lightness()).toBeGreaterThan(200);
  await ana.page.evaluate(() => localStorage.setItem('STRAPI_THEME', 'dark'));
  await ana.page.reload();
  await expect(ana.row('Carla Nogueira')).toBeVisible();
  expect(await lightness()).toBeLessThan(60);
  expect(await overflow()).toBe(0);
  await ana.open('Carla Nogueira');
  await ana.send('Oi, Carla!');
  await expect(ana.row('Carla Nogueira')).toBeHidden();
  expect(await overflow()).toBe(0);
  await ana.page.getByRole('button', { name: 'Dados do cliente' }).click();
  await expect(ana.page.getByLabel('E-mail')).toBeVisible();
  expect(await overflow()).toBe(0);
  await ana.page.keyboard.press('Escape');
  await ana.page.getByRole('button', { name: 'Voltar à lista' }).click();
  await expect(ana.row('Carla Nogueira', 'Sem pendência')).toBeVisible();
});
