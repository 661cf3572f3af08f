import type { Page } from '@playwright/test';

import { expect, test } from '../support/fixtures';

const APPEARANCE = '/admin/settings/attendance/appearance';

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
}

test.describe('appearance', () => {
  test('[F1] what is saved is there after a reload, and in the shop', async ({ agent, visitor }) => {
    const { page } = await agent('admin', { path: APPEARANCE });
    const colour = page.getByRole('textbox', { name: 'Cor', exact: true });
    await page.getByRole('textbox', { name: 'Nome mostrado no painel' }).fill('Casa Amarela');
    await colour.fill('#ffd4');
    await expect(page.getByText('Escreva a cor como #4945ff.')).toBeVisible();
    await colour.fill('#ffd400');
    const contrast = page.getByRole('list', { name: 'Como a cor será lida' });
    await expect(contrast).toContainText('Texto sobre a cor: contraste de 14,7:1.');
    await expect(contrast).toContainText('Clara demais para fundo claro (1,4:1');
    await page.getByRole('radio', { name: 'Esquerda' }).click();
    await page.getByRole('textbox', { name: 'Texto do botão' }).fill('Fale com a gente');
    // The preview opens its panel for this, and leaves the focus where somebody writes.
    const greeting = page.getByRole('textbox', { name: 'Saudação' });
    await greeting.focus();
    const preview = page.frameLocator('iframe');
    await expect(preview.frameLocator('iframe').getByText('Como quer falar com a gente?')).toBeVisible();
    await page.keyboard.type('Oi! Por onde quer falar?');
    await expect(preview.frameLocator('iframe').getByText('Oi! Por onde quer falar?')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Vídeo' }).click();
    await save(page);

    await page.reload();
    await expect(colour).toHaveValue('#ffd400');
    await expect(page.getByRole('radio', { name: 'Esquerda' })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Saudação' })).toHaveValue('Oi! Por onde quer falar?');
    await expect(page.getByRole('checkbox', { name: 'Vídeo' })).not.toBeChecked();

    await (await agent('ana')).goOnline();
    const carla = await visitor();
    await expect(carla.launcher).toHaveText('Fale com a gente');
    await expect(carla.launcher).toHaveCSS('background-color', 'rgb(255, 212, 0)');
    expect((await carla.launcher.boundingBox())?.x).toBe(20);
    await carla.openPanel();
    await expect(carla.panel.getByText('Casa Amarela')).toBeVisible();
    await expect(carla.panel.getByText('Oi! Por onde quer falar?')).toBeVisible();
    await expect(carla.panel.getByRole('button', { name: 'Vídeo' })).toHaveCount(0);
  });

  test('[Z138] [F1] finding B13: the button stands where the site wants it, and before what it wants', async ({
    agent,
    visitor,
  }) => {
    const { page } = await agent('admin', { path: APPEARANCE });
    const lines = page.getByRole('textbox', { name: 'Endereços' });
    await expect(lines).toHaveCount(0);
    await page.getByRole('radio', { name: 'Menos nestas' }).click();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(page.getByText('Escreva ao menos um endereço.')).toBeVisible();
    await lines.fill('pagamento');
    await expect(page.getByText('Cada linha é um caminho que começa com /, sem espaços.')).toBeVisible();
    await lines.fill('/cafeteira\n\n/conta/*\n');
    const layer = page.getByRole('textbox', { name: 'Camada (z-index)' });
    await layer.press('ControlOrMeta+a');
    await layer.press('Delete');
    await expect(page.getByText(/^De 1 a 2/)).toBeVisible();
    await layer.pressSequentially('7');
    await expect(page.getByText(/^De 1 a 2/)).toBeHidden();
    await expect(layer).toHaveValue('7');
    await save(page);
    await page.reload();
    await expect(lines).toHaveValue('/cafeteira\n/conta/*');

    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    const go = (path: string) => carla.page.evaluate((to) => history.pushState(null, '', to), path);
    // A page of one document, as single-page sites are: the button goes, and comes back.
    await go('/conta/pedidos');
    await expect(carla.launcher).toHaveCount(0);
    await go('/contato');
    await expect(carla.launcher).toBeVisible();
    // What the page itself puts before 7 hides it; what it puts before 6 does not.
    const isOnTop = (layer: number) =>
      carla.launcher.evaluate((button, zIndex) => {
        const cover = document.createElement('div');
        cover.style.cssText = `position:fixed;inset:0;z-index:${zIndex}`;
        document.body.append(cover);
        const { left, top } = button.getBoundingClientRect();
        const found = document.elementFromPoint(left + 30, top + 30);
        cover.remove();
        return found !== cover;
      }, layer);
    expect([await isOnTop(6), await isOnTop(8)]).toEqual([true, false]);

    // What the page needs to know it did not get at once: it asks again, and shows nothing meanwhile.
    let lost = 0;
    await carla.page.route('**/sites/*/pages', (route) => (lost++ === 0 ? route.abort() : route.continue()));
    await carla.visit('/contato');
    await expect.poll(() => lost).toBe(1);
    await expect(carla.launcher).toHaveCount(0);
    await expect(carla.launcher).toBeVisible();
    expect(lost).toBe(2);

    await carla.visit('/cafeteira');
    await carla.page.waitForLoadState('networkidle');
    await expect(carla.launcher).toHaveCount(0);
    await carla.visit('/');
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');
    // Whoever is talking does not lose the conversation by going there.
    await carla.visit('/cafeteira');
    await expect(carla.message).toBeVisible();
    await carla.send('E esta?');
    await expect(ana.bubble('E esta?')).toBeVisible();
    await carla.end();
    await carla.panel.getByRole('button', { name: 'Fechar', exact: true }).click();
    await expect(carla.launcher).toHaveCount(0);
  });

  test('[Z9] of two admins the second is told, and reads what the first saved', async ({ agent }) => {
    const [first, second] = [
      await agent('admin', { path: APPEARANCE }),
      await agent('admin', { path: APPEARANCE }),
    ];
    const name = (page: Page) => page.getByRole('textbox', { name: 'Nome mostrado no painel' });
    await name(first.page).fill('Loja da primeira');
    await name(second.page).fill('Loja da segunda');
    await save(first.page);
    await second.page.getByRole('button', { name: 'Salvar' }).click();
    await expect(
      second.page.getByText('Outra pessoa mudou isto enquanto você editava.', { exact: false }),
    ).toBeVisible();
    await second.page.getByRole('button', { name: 'Recarregar' }).click();
    await expect(name(second.page)).toHaveValue('Loja da primeira');
  });

  test('[F1] texts are kept per language, and what is empty shows the product’s own', async ({ agent }) => {
    const { page } = await agent('admin', { path: APPEARANCE });
    const greeting = page.getByRole('textbox', { name: 'Saudação' });
    await greeting.fill('');
    await expect(greeting).toHaveAttribute('placeholder', 'Como quer falar com a gente?');
    await page.getByRole('radio', { name: 'inglês' }).first().click();
    await expect(greeting).toHaveAttribute('placeholder', 'How would you like to talk to us?');
    await greeting.fill('Hello there');
    await page
      .getByRole('radio', { name: /português/ })
      .first()
      .click();
    await expect(greeting).toHaveValue('');
    await expect(greeting).toHaveAttribute('placeholder', 'Hello there');
  });
});
