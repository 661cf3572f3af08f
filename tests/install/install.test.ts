import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { isBuiltin } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, expect as expectPage, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findLightChromium } from '../support/browsers/chromium.mjs';
import { startFreshApp, type FreshApp } from './fresh-app';

const INSTALL_TIMEOUT_MS = 900_000;
const PASSWORD = 'Somebody-else-1';

let app: FreshApp;

beforeAll(async () => {
  app = await startFreshApp();
}, INSTALL_TIMEOUT_MS);

afterAll(() => app?.stop());

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
}

describe('the plugin in somebody else’s Strapi', () => {
  it('[Z22] brings everything that it needs, and declares what it takes from others', () => {
    const manifest = JSON.parse(readFileSync(path.join(app.pluginFolder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      peerDependencies: Record<string, string>;
      exports: Record<string, string | Record<string, string>>;
    };
    for (const beside of ['worker', 'draw'])
      expect(existsSync(path.join(app.pluginFolder, `dist/reader/${beside}.js`))).toBe(true);
    for (const part of ['./strapi-admin', './strapi-server']) {
      const { import: module, require: script, types } = manifest.exports[part] as Record<string, string>;
      for (const file of [module, script, types])
        expect(existsSync(path.join(app.pluginFolder, file ?? '')), `${part}: ${String(file)}`).toBe(true);
    }
    const declared = new Set([
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
    ]);
    const taken = filesBelow(path.join(app.pluginFolder, 'dist'))
      .filter((file) => /dist\/(admin|server|reader)\/[^/]+\.(js|mjs)$/.test(file))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:require\(|import\(|from\s+|^import\s+)["']([^"'./][^"']*)["']/gm,
        ),
      ])
      .map(([, name = '']) => name)
      .filter((name) => !isBuiltin(name))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect(taken.length).toBeGreaterThan(10);
    expect([...new Set(taken)].filter((name) => !declared.has(name))).toEqual([]);
  });

  it('[Z22] finding S8: says what it is to whoever chooses, and carries no types but those of its entries', () => {
    const read = (file: string) => readFileSync(path.join(app.pluginFolder, file), 'utf8');
    const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
    for (const field of ['description', 'keywords', 'license', 'author', 'engines'])
      expect(manifest[field], field).toBeTruthy();
    expect(manifest['strapi']).toMatchObject({ kind: 'plugin', displayName: 'Attendance' });
    expect(read('LICENSE')).toContain('MIT License');
    expect(read('README.md')).toContain('npm install strapi-plugin-attendance');
    expect(read('CHANGELOG.md')).toContain(`## ${String(manifest['version'])}`);
    expect(read('icon.svg')).toContain('<svg');
    const types = filesBelow(path.join(app.pluginFolder, 'dist')).filter((file) => file.endsWith('.d.ts'));
    expect(types.map((file) => path.relative(app.pluginFolder, file)).sort()).toEqual([
      'dist/admin/index.d.ts',
      'dist/server/index.d.ts',
    ]);
    for (const file of types) expect(readFileSync(file, 'utf8')).not.toMatch(/from '\./);
  });

  it('[Z22] [F5] serves the widget, its frame and the first site’s configuration', async () => {
    const loader = await fetch(`${app.url}/api/attendance/widget.js`);
    expect(loader.status).toBe(200);
    expect(loader.headers.get('content-type')).toContain('javascript');
    const config = await fetch(`${app.url}/api/attendance/sites/site/config`);
    expect(config.status).toBe(200);
    const frame = await fetch(`${app.url}/api/attendance/widget/frame?site=site`);
    expect(frame.status).toBe(200);
    const [script = ''] = /\/api\/attendance\/widget\/assets\/[^"]+\.js/.exec(await frame.text()) ?? [];
    expect((await fetch(`${app.url}${script}`)).status).toBe(200);
  });

  it('[Z22] prints no fault of ours', () => {
    expect(app.output()).not.toMatch(/error.*attendance|attendance.*error|Cannot find module/i);
  });
});

describe('its first administrator', () => {
  let browser: Browser;
  let site: Server;
  let admin: Page;
  let snippet = '';
  const faults: string[] = [];

  beforeAll(async () => {
    const executablePath = findLightChromium();
    browser = await chromium.launch({
      ...(executablePath !== null && { executablePath }),
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run'],
    });
    site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="pt-BR"><title>Padaria</title><h1>Padaria</h1>${snippet}`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const context = await browser.newContext({ locale: 'pt-BR' });
    context.on('weberror', (fault) => faults.push(String(fault.error().stack)));
    admin = await context.newPage();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const origin = (): string => `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  it('[Z22] [R16] finds “Atendimento” in the menu and its settings', { timeout: 120_000 }, async () => {
    await admin.addInitScript(() => localStorage.setItem('strapi-admin-language', 'pt-BR'));
    await admin.goto(`${app.url}/admin`);
    await admin.locator('input[name="firstname"]').fill('Paula');
    await admin.locator('input[name="lastname"]').fill('Prado');
    await admin.locator('input[name="email"]').fill('paula@padaria.example');
    await admin.locator('input[name="password"]').fill(PASSWORD);
    await admin.locator('input[name="confirmPassword"]').fill(PASSWORD);
    await admin.locator('button[type="submit"]').click();
    await admin.waitForURL((url) => !url.pathname.includes('/auth/'));
    await admin.goto(`${app.url}/admin`);
    await admin.getByRole('navigation').getByRole('link', { name: 'Atendimento' }).first().click();
    await expectPage(admin).toHaveURL(/\/admin\/plugins\/attendance/);
    const presence = admin.getByRole('switch', { name: 'Atendimento Offline' });
    await expectPage(presence).toBeEnabled({ timeout: 20_000 });

    await admin.goto(`${app.url}/admin/settings/attendance/sites`);
    const pages = admin.getByRole('link').and(admin.locator('[href*="/settings/attendance/"]'));
    await expectPage(pages.first()).toBeVisible();
    const addresses = await pages.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(addresses.length).toBeGreaterThanOrEqual(3);
    for (const address of addresses) {
      await admin.goto(new URL(address, app.url).href);
      await expectPage(admin.locator('main h1, h1').first()).toBeVisible();
      await expectPage(admin.getByText(/An error occurred|Ocorreu um erro|Algo deu errado/)).toHaveCount(0);
    }
  });

  it('[Z22] [F6] receives the first chat from a page of another origin', { timeout: 120_000 }, async () => {
    await admin.goto(`${app.url}/admin/settings/attendance/sites`);
    await admin.getByRole('list', { name: 'Sites' }).getByRole('link').first().click();
    await admin.getByRole('textbox', { name: 'Endereços' }).fill(origin());
    await admin.getByRole('button', { name: 'Salvar' }).click();
    await expectPage(admin.getByRole('button', { name: 'Salvo' })).toBeVisible();
    await admin.goto(`${app.url}/admin/settings/attendance/install`);
    snippet = (await admin.getByText('<script async', { exact: false }).first().textContent()) ?? '';
    expect(snippet).toContain(`${app.url}/api/attendance/widget.js`);

    await admin.goto(`${app.url}/admin/plugins/attendance`);
    await admin.getByRole('switch', { name: 'Atendimento Offline' }).click();
    await expectPage(admin.getByRole('switch', { name: 'Atendimento Online' })).toBeVisible();

    const visitor = await (await browser.newContext({ locale: 'pt-BR' })).newPage();
    await visitor.goto(origin());
    await visitor.getByRole('button', { name: /^Abrir atendimento/ }).click();
    const panel = visitor.frameLocator('iframe');
    await panel.getByRole('button', { name: 'Chat', exact: true }).click();
    await panel.getByRole('textbox', { name: 'Mensagem' }).fill('Tem pão de queijo?');
    await panel.getByRole('button', { name: 'Enviar', exact: true }).click();

    await admin
      .getByRole('button', { name: /Nova, não aberta/ })
      .first()
      .click();
    const log = admin.getByRole('log', { name: /^Conversa/ });
    await expectPage(log.getByText('Tem pão de queijo?', { exact: true })).toBeVisible();
    await admin.getByRole('textbox', { name: 'Mensagem' }).fill('Sai do forno às quatro.');
    await admin.getByRole('button', { name: 'Enviar', exact: true }).click();
    await expectPage(panel.getByRole('log').getByText('Sai do forno às quatro.')).toBeVisible();
    expect(faults).toEqual([]);
  });

  it('[Z22] [Z78] finds that chat again once it is over', { timeout: 60_000 }, async () => {
    await admin.getByRole('button', { name: 'Encerrar interação' }).click();
    const dialog = admin.getByRole('alertdialog').or(admin.getByRole('dialog'));
    await dialog.getByRole('button', { name: 'Encerrar', exact: true }).click();
    await expectPage(dialog).toBeHidden();
    await admin.getByRole('button', { name: /^Buscar interações/ }).click();
    const search = admin.getByRole('search', { name: 'Buscar interações' });
    const field = search.getByPlaceholder(/^Nome, protocolo/);
    // What is over is in the index some seconds later: what is asked meanwhile finds nothing.
    await field.fill('queijo');
    await expectPage(async () => {
      await field.press('Enter');
      await expectPage(search.getByText('Tem pão de queijo?')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    expect(faults).toEqual([]);
  });
});
