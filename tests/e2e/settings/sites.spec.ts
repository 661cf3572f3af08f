import type { Page } from '@playwright/test';

import { expect, test } from '../support/fixtures';
import { serve } from '../support/product/host-page';

const SITES = '/admin/settings/attendance/sites';

/** Adds a site by its dialog, and is then on its page. */
async function addSite(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Adicionar site' }).click();
  const dialog = page.getByRole('dialog', { name: 'Adicionar site' });
  await dialog.getByRole('textbox', { name: 'Nome do site' }).fill(name);
  await dialog.getByRole('button', { name: 'Criar' }).click();
  await expect(page).toHaveURL(/\/sites\/\d+$/);
}

async function removeSite(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Remover: ${name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remover', exact: true }).click();
}

test.describe('sites', () => {
  test('[F5] [Z38] [Z39] an admin adds a site, is told of each wrong origin, and cannot lose what is unsaved', async ({
    agent,
    product,
  }) => {
    const { page } = await agent('admin', { path: SITES });
    const sites = page.getByRole('list', { name: 'Sites' }).getByRole('heading');
    await expect(sites).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'O último site não pode ser removido' })).toBeDisabled();

    await addSite(page, 'Outlet & Cia');
    await expect(page.getByRole('textbox', { name: 'Chave' })).toHaveValue('outlet-cia');
    const origins = page.getByRole('textbox', { name: 'Endereços' });
    await origins.fill('www.outlet.com.br\nhttps://outlet.com.br/promo\nhttps://*.outlet.com.br');
    await expect(page.getByText('www.outlet.com.br: falta https:// ou http://.')).toBeVisible();
    await expect(page.getByText('https://*.outlet.com.br: sem asteriscos', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'por corrigir antes de salvar' })).toBeVisible();
    await expect(origins).toBeFocused();
    await page.getByRole('button', { name: 'Usar https://www.outlet.com.br' }).click();
    await page.getByRole('button', { name: 'Usar https://outlet.com.br' }).click();
    await origins.fill((await origins.inputValue()).replace('https://*.outlet.com.br', ''));
    await page.getByRole('textbox', { name: 'Nome do site' }).fill('Outlet');

    await page.getByRole('link', { name: 'Formulário', exact: true }).click();
    const guard = page.getByRole('alertdialog', { name: 'Sair sem salvar?' });
    await guard.getByRole('button', { name: 'Continuar editando' }).click();
    await expect(guard).toBeHidden();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
    await page.reload();
    await expect(origins).toHaveValue('https://www.outlet.com.br\nhttps://outlet.com.br');

    await page.goto(`${product.url}${SITES}`);
    await removeSite(page, 'Outlet');
    await expect(sites).toHaveCount(1);
  });

  test('[F5] a site on which somebody waits is not removed, and it is said why', async ({
    agent,
    product,
    visitor,
  }) => {
    const { page } = await agent('admin', { path: SITES });
    const sites = page.getByRole('list', { name: 'Sites' }).getByRole('heading');
    const name = (await sites.first().textContent()) ?? '';
    await addSite(page, 'Segunda loja');
    const carla = await visitor();
    await page.goto(`${product.url}${SITES}`);
    const ana = await agent('ana');
    await ana.goOnline();
    await carla.start({ name: 'Carla Nogueira' });
    await removeSite(page, name);
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: `${name} não foi removido` })
        .first(),
    ).toBeVisible();
    await expect(sites).toHaveCount(2);
    await removeSite(page, 'Segunda loja');
    await expect(sites).toHaveCount(1);
  });

  test('[Z121] finding S7: pages that have the line and are not listed are told of, and allowed by one press', async ({
    agent,
    browser,
    product,
  }) => {
    const line = `<script async src="${product.url}/api/attendance/widget.js" data-site="loja-demo"></script>`;
    const host = await serve(
      () =>
        new Response(`<!doctype html><html lang="pt"><title>x</title>${line}<body>`, {
          headers: { 'content-type': 'text/html' },
        }),
    );
    const { page } = await agent('admin', { path: '/admin/settings/attendance/install' });
    const stranger = await browser.newPage();
    await stranger.goto(host.origin);
    const asked = page.getByRole('list', { name: 'Pediu e não foi mostrado' }).getByRole('listitem');
    await expect(asked.filter({ hasText: host.origin })).toContainText('Pedido agora', { timeout: 15_000 });
    await expect(stranger.getByRole('button')).toHaveCount(0);

    await page.getByRole('button', { name: `Permitir ${new URL(host.origin).host}` }).click();
    await expect(asked.filter({ hasText: host.origin })).toHaveCount(0);
    const listed = page.getByRole('list', { name: 'Onde foi visto' }).getByRole('listitem');
    await expect(listed.filter({ hasText: host.origin })).toBeVisible();
    await stranger.reload();
    await expect(stranger.getByRole('button', { name: 'Abrir atendimento' })).toBeVisible();
    await expect(listed.filter({ hasText: host.origin })).toContainText('Visto agora', { timeout: 15_000 });
    await stranger.close();
    host.stop();
  });

  test('[F6] the install page says where the widget was seen, once it was', async ({
    agent,
    product,
    visitor,
  }) => {
    // The server remembers for a minute where it has just seen the widget: it starts without that.
    await product.terminate();
    product.sql('delete from attendance_sightings');
    await product.start();
    const { page } = await agent('admin', { path: '/admin/settings/attendance/install' });
    const seen = page.getByRole('list', { name: 'Onde foi visto' }).getByRole('listitem');
    const shop = seen.filter({ hasText: product.shopUrl });
    await expect(shop).toContainText('Ainda não visto');
    await visitor();
    // It looks again by itself, and at once when asked.
    await expect(shop).toContainText('Visto agora', { timeout: 15_000 });
    await page.getByRole('button', { name: 'Verificar de novo' }).click();
    await expect(page.getByText('Verificado agora.')).toBeVisible();
    await expect(shop).toContainText('Visto agora');
    await expect(shop.locator('time')).toHaveAttribute('title', /\d{4}/);

    const policy = `script-src ${product.url}; connect-src ${product.url}; frame-src ${product.url}`;
    await expect(page.getByText(policy, { exact: true })).toBeVisible();
    await page.getByRole('combobox', { name: 'Idioma fixo' }).click();
    await page.getByRole('option', { name: 'espanhol' }).click();
    await expect(page.getByText('data-site="loja-demo" data-locale="es"', { exact: false })).toBeVisible();
  });
});
