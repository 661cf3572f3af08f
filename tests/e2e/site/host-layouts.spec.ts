import type { Page } from '@playwright/test';

import { expect, test } from '../support/fixtures';
import { serve, serveShop, type HostPage } from '../support/product/host-page';
import { changeShop } from '../support/settings';

/** Layouts in which another child of the body would move what is there, or be styled as the page's own. */
const STYLES: Readonly<Record<string, string>> = {
  column: 'body{display:flex;flex-direction:column;justify-content:space-between;min-height:100vh;margin:0}',
  grid: 'body{display:grid;grid-auto-rows:1fr;min-height:100vh;margin:0;gap:10px}',
  gap: 'body{display:flex;gap:40px;flex-wrap:wrap}body>*{flex:1}',
  last: 'body>*{margin:8px}body>:last-child{margin-top:100px}body>:nth-last-child(2){padding:30px}',
  root: 'html{display:flex;flex-direction:column;justify-content:space-between;min-height:100vh}',
  greedy:
    'html>*,body>*{display:block!important;position:relative!important;width:auto!important;padding:20px}',
};

/** What makes the body hold what is fixed. */
const HELD = ['filter:grayscale(1)', 'transform:translateX(0)', 'perspective:1px', 'contain:paint'];

const CONTENT = '<header>Topo</header><main>Meio</main><footer>Fim</footer>';

/** Pages of a site of the test's own: `/NAME` has the widget's line, `/NAME?bare` has not. */
async function servePages(
  serverUrl: string,
  html: (name: string, line: string) => string,
  line = `<script async src="${serverUrl}/api/attendance/widget.js" data-site="loja-demo"></script>`,
): Promise<HostPage> {
  return serve((url) => {
    const { pathname, search } = new URL(url, serverUrl);
    const page = html(decodeURIComponent(pathname.slice(1)), search === '?bare' ? '' : line);
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
}

const placesOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    places: [...document.body.children].map((element) => {
      const { height, left, top, width } = element.getBoundingClientRect();
      return element.tagName === 'SCRIPT' ? null : [element.tagName, left, top, width, height];
    }),
  }));

const launcherOf = (page: Page) => page.getByRole('button', { name: 'Abrir atendimento' });

test.describe('the layout of the host’s page', () => {
  test.afterEach(({ product }) => product.reset());

  test('[Z122] finding B3: nothing of it moves when the widget comes, and when it is open', async ({
    browser,
    product,
  }) => {
    const host = await servePages(
      product.url,
      (name, line) =>
        `<!doctype html><html lang="pt"><title>x</title><style>${STYLES[name] ?? ''}</style>${line}<body>${CONTENT}</body></html>`,
    );
    await changeShop(product, ({ origins }) => ({ origins: [...origins, host.origin] }));
    const page = await browser.newPage();
    for (const name of Object.keys(STYLES)) {
      await page.goto(`${host.origin}/${name}?bare`);
      const before = await placesOf(page);
      await page.goto(`${host.origin}/${name}`);
      await expect(launcherOf(page)).toBeVisible();
      expect(await placesOf(page), name).toEqual(before);
      const box = await launcherOf(page).boundingBox();
      expect([box?.width, (box?.x ?? 0) + 60, (box?.y ?? 0) + 60], name).toEqual([60, 1_420, 880]);
    }
    await launcherOf(page).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    const opened = await placesOf(page);
    await page.goto(`${host.origin}/greedy?bare`);
    expect(opened).toEqual(await placesOf(page));
    await page.close();
    host.stop();
  });

  test('[Z122] findings B4, B5: a body that holds what is fixed holds nothing of ours, and nothing of ours is printed', async ({
    browser,
    product,
  }) => {
    const host = await servePages(
      product.url,
      (style, line) =>
        `<!doctype html><html lang="pt"><title>x</title><body style="${style};height:3000px">${CONTENT}${line}</body></html>`,
    );
    await changeShop(product, ({ appearance, origins }) => ({
      origins: [...origins, host.origin],
      appearance: {
        ...appearance,
        triggers: [{ pattern: '/*', afterSeconds: 0, text: { 'pt-BR': 'Posso ajudar?', en: '', es: '' } }],
      },
    }));
    const page = await browser.newPage();
    for (const style of HELD) {
      await page.goto(`${host.origin}/${encodeURIComponent(style)}`);
      await expect(launcherOf(page)).toBeVisible();
      const box = await launcherOf(page).boundingBox();
      expect([(box?.x ?? 0) + 60, (box?.y ?? 0) + 60], style).toEqual([1_420, 880]);
    }
    const greeting = page.getByRole('button', { name: 'Posso ajudar?' });
    await expect(greeting).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(greeting).toBeHidden();
    await expect(launcherOf(page)).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await greeting.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('main')).toBeVisible();
    await page.close();
    host.stop();
  });

  test('[W2] [Z122] finding B6: a page that isolates itself shows the panel', async ({
    browser,
    product,
  }) => {
    const host = await serveShop(product.shopUrl, {
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    });
    await changeShop(product, ({ origins }) => ({ origins: [...origins, host.origin] }));
    const page = await browser.newPage();
    await page.goto(host.origin);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await launcherOf(page).click();
    await expect(page.frameLocator('iframe').getByRole('textbox', { name: 'Nome' })).toBeVisible();
    await page.close();
    host.stop();
  });

  test('[Z122] finding B17: a page of frames, which has no body, has the widget before them', async ({
    agent,
    browser,
    product,
  }) => {
    const host = await servePages(product.url, (name, line) =>
      name === 'frames'
        ? `<!doctype html><html lang="pt"><head><title>x</title>${line}</head><frameset cols="30%,*"><frame src="/menu?bare"><frame src="/content?bare"></frameset></html>`
        : `<!doctype html><html lang="pt"><title>x</title><body>${CONTENT}</body></html>`,
    );
    await changeShop(product, ({ origins }) => ({ origins: [...origins, host.origin] }));
    await (await agent('ana')).goOnline();
    const page = await browser.newPage();
    await page.goto(`${host.origin}/frames`);
    await launcherOf(page).click();
    await page.frameLocator('iframe').getByRole('textbox', { name: 'Nome' }).fill('Carla Nogueira');
    await page.close();
    host.stop();
  });

  test('[Z121] findings S7, B14, B17: what is wrong with the line is said to the page’s owner, and what is not works', async ({
    browser,
    product,
  }) => {
    const script = `src="${product.url}/api/attendance/widget.js"`;
    const lines: Readonly<Record<string, string>> = {
      module: `<script type="module" ${script} data-site="loja-demo"></script>`,
      language: `<script async ${script} data-site="loja-demo" data-locale="PT_br"></script>`,
      unknown: `<script async ${script} data-site="loja-demo" data-locale="fr"></script>`,
      nobody: `<script async ${script} data-site="nobody"></script>`,
      nothing: `<script type="module">import '${product.url}/api/attendance/widget.js'</script>`,
    };
    const html = (name: string) =>
      `<!doctype html><html lang="pt"><title>x</title>${lines[name] ?? ''}<body>${CONTENT}</body></html>`;
    const host = await servePages(product.url, html);
    const page = await browser.newPage({ locale: 'en-US' });
    const said = (words: RegExp) =>
      page.waitForEvent('console', (message) => words.test(message.text()) && message.type() === 'warning');

    const unlisted = said(/Atende: .*"Loja[^"]*".*Sites.*: http:\/\/127\.0\.0\.1:\d+$/);
    await page.goto(`${host.origin}/module`);
    expect((await unlisted).text().endsWith(host.origin)).toBe(true);
    await expect(page.getByRole('button')).toHaveCount(0);

    await changeShop(product, ({ origins }) => ({ origins: [...origins, host.origin] }));
    await page.goto(`${host.origin}/module`);
    await expect(page.getByRole('button', { name: 'Open chat' })).toBeVisible();
    await page.goto(`${host.origin}/language`);
    await expect(launcherOf(page)).toBeVisible();
    const unknown = said(/data-locale="fr" is none of pt-BR,en,es/);
    await page.goto(`${host.origin}/unknown`);
    await unknown;
    await expect(page.getByRole('button', { name: 'Open chat' })).toBeVisible();
    for (const [name, words] of [
      ['nobody', /no site "nobody"/],
      ['nothing', /no <script data-site>/],
    ] as const) {
      const told = said(words);
      await page.goto(`${host.origin}/${name}`);
      await told;
      await expect(page.getByRole('button')).toHaveCount(0);
    }
    await page.close();
    host.stop();
  });
});
