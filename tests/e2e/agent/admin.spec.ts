import { PASSWORD } from '../support/people/agent';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';

/** Ana has chosen this language in her profile. */
function speak({ sql }: Product, locale: string): void {
  sql(`update admin_users set prefered_language = ? where email = 'ana@demo.local'`, locale);
}

/** How far its words reach over what cuts them off, by line; in px. */
function sidesCut(element: Element): number[] {
  const words = document.createRange();
  words.selectNodeContents(element);
  let frame = element.parentElement;
  while (frame !== null && getComputedStyle(frame).overflowX === 'visible') frame = frame.parentElement;
  const { left, right } = (frame ?? document.documentElement).getBoundingClientRect();
  return [...words.getClientRects()]
    .map((line) => Math.max(left - line.left, line.right - right))
    .filter((reach) => reach > 0);
}

test.describe('in the admin panel', () => {
  test('[A2] [A3] an agent lands on Atendimento after login; the switch stands on every page', async ({
    browser,
    product,
  }) => {
    const page = await browser.newPage({ locale: 'pt-BR' });
    await page.goto(`${product.url}/admin`);
    await page.getByRole('textbox', { name: /E-?mail/i }).fill('ana@demo.local');
    await page.locator('input[type="password"]').fill(PASSWORD);
    await page.locator('button[type="submit"]').click();
    await expect(page).toHaveURL(/\/plugins\/attendance$/);
    const presence = page.getByRole('switch', { name: 'Atendimento Offline' });
    await expect(presence).toBeEnabled();
    await page.goto(`${product.url}/admin/me`);
    await expect(presence).toBeEnabled();
    await presence.click();
    await expect(page.getByRole('switch', { name: 'Atendimento Online' })).toHaveAttribute(
      'aria-checked',
      'true',
    );
    await page.close();
  });

  test('[A2] [R16] an admin has the switch too, and one connection over all pages', async ({ agent }) => {
    let connections = 0;
    const admin = await agent('admin', {
      path: '/admin/',
      onPage: (page) => {
        page.on('websocket', (socket) => {
          if (socket.url().includes('/attendance/socket')) connections += 1;
        });
      },
    });
    await admin.goOnline();
    for (const [name, url] of [
      [/Content Manager|Gerenciador de Conteúdo/i, /content-manager\/collection-types/],
      ['Atendimento', /plugins\/attendance/],
      [/Settings|Configurações/i, /settings/],
    ] as const) {
      await admin.page.getByRole('navigation').getByRole('link', { name }).first().click();
      await expect(admin.page).toHaveURL(url);
      await expect(admin.presence).toHaveAttribute('aria-checked', 'true');
    }
    expect(connections).toBe(1);
  });

  test('[A2] the switch’s words are whole in the narrow navigation, in each language', async ({
    agent,
    product,
  }) => {
    const { page } = await agent('ana');
    for (const [locale, offline, online] of [
      ['pt-BR', 'Atendimento Offline', 'Atendimento Online'],
      ['en', 'Attendance offline', 'Attendance online'],
      ['es', 'Atención fuera de línea', 'Atención en línea'],
    ] as const) {
      speak(product, locale);
      await page.evaluate((tag) => localStorage.setItem('strapi-admin-language', tag), locale);
      await page.reload();
      for (const [name, next] of [
        [offline, online],
        [online, offline],
      ] as const) {
        const presence = page.getByRole('switch', { name, exact: true });
        await expect(presence).toBeEnabled({ timeout: 20_000 });
        expect(await presence.evaluate(sidesCut), `${locale}: ${name}`).toEqual([]);
        await presence.click();
        await expect(page.getByRole('switch', { name: next, exact: true })).toBeVisible();
      }
    }
    speak(product, 'pt-BR');
  });

  test('[F6] shows the line that installs the widget, and copies it as it stands', async ({
    agent,
    product,
    visitor,
  }) => {
    const admin = await agent('admin');
    await admin.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await admin.page.goto(`${product.url}/admin/settings/attendance/install`);
    const snippet = `<script async src="${product.url}/api/attendance/widget.js" data-site="loja-demo"></script>`;
    await expect(admin.page.getByText(snippet, { exact: true })).toBeVisible();
    await admin.page.getByRole('button', { name: 'Copiar: Linha de instalação' }).click();
    await expect(admin.page.getByRole('button', { name: 'Copiado: Linha de instalação' })).toBeVisible();
    const copied = await admin.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(snippet);
    // On a page of the site with nothing else, it is all that is needed.
    const somebody = await visitor();
    await somebody.visit('/nothing-is-here');
    await expect(somebody.launcher).toHaveCount(0);
    await somebody.page.setContent(`<!doctype html><title>Página</title>${copied}`);
    await somebody.openPanel();
  });

  test('[F4] an agent reaches no settings', async ({ agent, product }) => {
    const ana = await agent('ana');
    for (const [place, title] of [
      ['sites', 'Sites'],
      ['appearance', 'Aparência'],
      ['form', 'Formulário'],
      ['install', 'Instalação'],
    ] as const) {
      await ana.page.goto(`${product.url}/admin/settings/attendance/${place}`);
      await expect(ana.presence).toBeEnabled();
      await expect(ana.page.getByRole('main')).toBeVisible();
      await expect(ana.page.getByRole('heading', { name: title })).toHaveCount(0);
    }
    const answer = await ana.page.request.get(`${product.url}/attendance/sites`);
    expect([401, 403]).toContain(answer.status());
  });
});
