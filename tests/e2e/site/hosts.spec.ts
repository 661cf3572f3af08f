import { expect, test } from '../support/fixtures';
import { serveShop } from '../support/product/host-page';
import { openVisitor } from '../support/people/visitor';

const CARLA = { name: 'Carla Nogueira' };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test.describe('the page that hosts the widget', () => {
  test('[W2] includes the script twice: there is one widget, and one connection', async ({
    agent,
    browser,
    product,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    let snippet = '';
    const shop = await serveShop(product.shopUrl, {
      html: (page) => {
        [snippet = ''] = /<script[^>]*widget\.js[^>]*><\/script>/.exec(page) ?? [];
        return page.replace(snippet, snippet + snippet);
      },
    });
    product.sql('update attendance_sites set origins = ?', JSON.stringify([shop.origin]));
    let connections = 0;
    const carla = await openVisitor(browser, shop.origin, {
      onPage: (page) => void page.on('websocket', () => (connections += 1)),
    });
    expect(snippet).not.toBe('');
    await expect(carla.page.locator('script[src*="widget.js"]')).toHaveCount(2);
    await carla.page.waitForLoadState('networkidle');
    await expect(carla.launcher).toHaveCount(1);
    await carla.start(CARLA);
    await expect(carla.page.locator('iframe')).toHaveCount(1);
    expect(connections).toBe(1);
    await ana.open(CARLA.name);
    await carla.send('Uma vez só');
    await expect(ana.bubble('Uma vez só')).toHaveCount(1);
    await carla.context.close();
    shop.stop();
  });

  test('[W2] keeps nothing for its visitor: they talk all the same, for as long as the page is open', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor({
      onPage: async (page) => {
        await page.addInitScript(() => {
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, {
              get: () => {
                throw new DOMException('storage is blocked', 'SecurityError');
              },
            });
        });
      },
    });
    await carla.start(CARLA);
    await ana.open(CARLA.name);
    await carla.send('Sem armazenamento');
    await expect(ana.bubble('Sem armazenamento')).toBeVisible();
    await ana.send('Leio mesmo assim');
    await expect(carla.bubble('Leio mesmo assim')).toBeVisible();
    await carla.end();
    await expect(carla.panel.getByRole('button', { name: 'Novo atendimento' })).toBeVisible();
  });

  test('[W2] [S5] is one page that changes its address: the agent sees where the visitor is, and nothing is loaded anew', async ({
    agent,
    product,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    let frames = 0;
    await carla.start(CARLA);
    carla.page.on('framenavigated', (frame) => {
      if (frame !== carla.page.mainFrame()) frames += 1;
    });
    await ana.open(CARLA.name);
    await carla.send('Estou vendo as canecas');
    await carla.page.evaluate(() => {
      document.title = 'Caneca azul';
      history.pushState({}, '', '/canecas/azul?cor=azul');
    });
    await expect(ana.log.getByText('O cliente está em Caneca azul')).toBeVisible();
    await expect(ana.page.getByRole('link', { name: /canecas\/azul/ })).toHaveAttribute(
      'href',
      `${product.shopUrl}/canecas/azul?cor=azul`,
    );
    await carla.page.goBack();
    await expect(ana.log.getByText(/O cliente está em /)).toHaveCount(2);
    await carla.send('E agora voltei');
    await expect(ana.bubble('E agora voltei')).toBeVisible();
    expect(frames).toBe(0);
    await expect(ana.row(CARLA.name, 'Ausente')).toHaveCount(0);
  });

  test('[W2] [M8] on a phone the panel is the screen: 16 px where one writes, so that nothing zooms, and 44 px where one taps', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor({
      context: { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true },
    });
    await carla.start(CARLA);
    const frame = await carla.page.locator('iframe').boundingBox();
    expect(frame).toEqual({ x: 0, y: 0, width: 320, height: 568 });
    const size = await carla.message.evaluate((box) => parseFloat(getComputedStyle(box).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
    for (const name of ['Fechar', 'Enviar'])
      expect(
        (await carla.panel.getByRole('button', { name, exact: true }).boundingBox())?.height ?? 0,
        name,
      ).toBeGreaterThanOrEqual(40);
    await carla.panel.getByRole('button', { name: 'Fechar', exact: true }).click();
    await expect(carla.launcher).toBeVisible();
    await expect(carla.launcher).toBeFocused();
  });

  test('[W2] [Z122] finding B7: so it is on its side, and the box to write in is in sight above a keyboard too', async ({
    agent,
    product,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    product.sql('update attendance_agents set capacity = 0');
    const carla = await visitor({
      context: { viewport: { width: 844, height: 390 }, isMobile: true, hasTouch: true },
    });
    /** Also where the keyboard makes the page itself lower, as Firefox' does. */
    const expectInSight = async (height: number): Promise<void> => {
      await carla.page.setViewportSize({ width: 844, height });
      await expect
        .poll(() => carla.page.locator('iframe').boundingBox())
        .toEqual({ x: 0, y: 0, width: 844, height });
      await expect
        .poll(async () => {
          const { y = -1, height: own = 0 } = (await carla.message.boundingBox()) ?? {};
          return y >= 0 && own >= 40 && y + own <= height;
        })
        .toBe(true);
    };
    await carla.start(CARLA);
    await expect(carla.panel.getByRole('button', { name: 'Cancelar' })).toBeVisible();
    for (const height of [390, 160]) await expectInSight(height);
    product.sql('update attendance_agents set capacity = null');
    await ana.open(CARLA.name);
    for (const text of ['Um', 'Dois', 'Três', 'Quatro', 'Cinco', 'Seis', 'Sete']) await carla.send(text);
    for (const height of [160, 390]) await expectInSight(height);
    await expect(carla.bubble('Sete')).toBeInViewport();
  });

  for (const [what, path, failure] of [
    ['the frame', /\/widget\/frame\?/, 'abort'],
    ['the frame, refused by a server in trouble', /\/widget\/frame\?/, 'refuse'],
    ['its script', /\/widget\/assets\/chunk-/, 'abort'],
  ] as const)
    test(`[W3] [Z114] finding B2: ${what} fails once on a phone: there is a way out, words, and another try`, async ({
      visitor,
    }) => {
      let hasFailed = false;
      const carla = await visitor({
        context: PHONE,
        onPage: async (page) => {
          await page.route(path, async (route) => {
            if (hasFailed) return route.continue();
            hasFailed = true;
            return failure === 'abort' ? route.abort() : route.fulfill({ status: 502, body: '' });
          });
        },
      });
      await carla.launcher.tap();
      const dialog = carla.page.getByRole('dialog');
      await expect(dialog.getByText('Não foi possível abrir o atendimento.')).toBeVisible();
      await dialog.getByRole('button', { name: 'Fechar' }).tap();
      await expect(carla.launcher).toBeFocused();
      await carla.launcher.tap();
      await expect(carla.panel.getByRole('heading').first()).toBeVisible();
      await expect(dialog.getByText('Não foi possível abrir o atendimento.')).toBeHidden();
    });

  test('[W3] [Z114] finding B2: a frame that is slow can be closed at once, says that it loads, and a try by hand brings it', async ({
    visitor,
  }) => {
    const held: ((isGood: boolean) => void)[] = [];
    const carla = await visitor({
      context: PHONE,
      onPage: async (page) => {
        await page.route(/\/widget\/frame\?/, async (route) => {
          const isGood = await new Promise<boolean>((resolve) => held.push(resolve));
          await (isGood ? route.continue() : route.abort());
        });
      },
    });
    await carla.launcher.tap();
    const dialog = carla.page.getByRole('dialog');
    await expect(dialog.getByText('Carregando…')).toBeVisible();
    await dialog.getByRole('button', { name: 'Fechar' }).tap();
    await expect(dialog).toBeHidden();
    await carla.launcher.tap();
    await expect(dialog.getByRole('button', { name: 'Fechar' })).toBeFocused();
    held.shift()?.(false);
    await dialog.getByRole('button', { name: 'Tentar de novo' }).tap();
    await expect(dialog.getByText('Carregando…')).toBeVisible();
    await expect.poll(() => held.length).toBe(1);
    held.shift()?.(true);
    await expect(carla.panel.getByRole('heading').first()).toBeVisible();
    await expect(dialog.getByText('Carregando…')).toBeHidden();
  });

  test('[W2] [Z115] finding B12: on a phone the browser’s back closes the panel, a cross leaves no step behind, and the site’s router stays where it is', async ({
    visitor,
  }) => {
    const carla = await visitor({ context: PHONE });
    await carla.page.evaluate(() => {
      history.replaceState({ router: 'home' }, '');
      history.pushState({ router: 'canecas' }, '', '/canecas');
      const heard: unknown[] = [];
      addEventListener('popstate', ({ state }) => heard.push(state));
      Object.assign(window, { heard });
    });
    const stand = () => carla.page.evaluate(() => [location.pathname, history.state as unknown]);

    await carla.openPanel();
    await expect.poll(stand).toEqual(['/canecas', { router: 'canecas', atende: true }]);
    await carla.page.evaluate(() => history.back());
    await expect(carla.launcher).toBeVisible();
    expect(await stand()).toEqual(['/canecas', { router: 'canecas' }]);

    await carla.openPanel();
    await carla.panel.getByRole('button', { name: 'Fechar', exact: true }).tap();
    await expect(carla.launcher).toBeVisible();
    await expect.poll(stand).toEqual(['/canecas', { router: 'canecas' }]);
    await expect(carla.launcher).toBeVisible();
    const heard = await carla.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    expect(heard.filter((state) => JSON.stringify(state) !== '{"router":"canecas"}')).toEqual([]);

    await carla.page.evaluate(() => history.back());
    await expect.poll(stand).toEqual(['/', { router: 'home' }]);
  });
});
