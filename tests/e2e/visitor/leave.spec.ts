import type { AgentScreen } from '../support/people/agent';
import { expect, test } from '../support/fixtures';
import { serve } from '../support/product/host-page';
import type { Product } from '../support/product/product';
import { openVisitor, type Visitor } from '../support/people/visitor';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** The rule says 2 s, which a machine at work may not hold; a connection that merely falls silent is noticed after 16 at the soonest. */
const AT_ONCE_MS = 5_000;

// The test tool starts Chromium without its back/forward cache, which every visitor's has: a page that is left for another stays
// alive in it, with its connections.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  },
});

/** When the server noted that this visitor is away; null while they are here. */
function awaySince({ rows }: Product, name: string): number | null {
  const [row] = rows<{ since: number | null }>(
    `select i.away_since as since from attendance_interactions i join attendance_visitors v on v.id = i.visitor_id
     where v.name = ? order by i.id desc`,
    name,
  );
  return row?.since ?? null;
}

async function talk(ana: AgentScreen, visitor: Visitor, name: string): Promise<Visitor> {
  await visitor.start({ name });
  await ana.open(name);
  return visitor;
}

async function expectAwayAtOnce(
  product: Product,
  name: string,
  leave: () => Promise<unknown>,
): Promise<void> {
  const leftAt = Date.now();
  await leave();
  await expect.poll(() => awaySince(product, name), { timeout: 15_000, message: name }).not.toBeNull();
  expect((awaySince(product, name) ?? Infinity) - leftAt, name).toBeLessThan(AT_ONCE_MS);
}

/** What a browser tells the frame's document, in its order. */
async function tellFrame(visitor: Visitor, isHidden: boolean, events: readonly string[]): Promise<void> {
  await visitor.panel.locator('body').evaluate(
    (_, told) => {
      Object.defineProperty(document, 'hidden', { value: told.isHidden, configurable: true });
      for (const name of told.events)
        (name.startsWith('page') ? window : document).dispatchEvent(
          name.startsWith('page') ? new PageTransitionEvent(name, { persisted: true }) : new Event(name),
        );
    },
    { isHidden, events },
  );
}

test(
  '[P1] [P2] finding B1: who leaves for another page is away at once, and back out of the browser’s memory in the same conversation',
  { tag: '@whole-browser' },
  async ({ agent, product, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await talk(ana, await visitor(), 'Carla Nogueira');
    await carla.message.fill('Ia dizer');
    const composer = await carla.message.boundingBox();
    await carla.page.evaluate(() => Object.assign(window, { isTheSamePage: true }));

    await expectAwayAtOnce(product, 'Carla Nogueira', () => carla.page.goto('about:blank'));
    await expect(ana.row('Carla Nogueira', 'Ausente')).toBeVisible();
    await ana.send('Espero por você');

    // In a task of its own: the page may be gone before the test tool has its answer.
    await carla.page.evaluate(() => void setTimeout(() => history.back(), 100));
    await expect(ana.row('Carla Nogueira', 'Sem pendência')).toBeVisible();
    expect(await carla.page.evaluate(() => 'isTheSamePage' in window)).toBe(true);
    // The test tool does not know the frame of a page that is back; its keys reach it all the same.
    await carla.page.mouse.click((composer?.x ?? 0) + 20, (composer?.y ?? 0) + 20);
    await carla.page.keyboard.press('End');
    await carla.page.keyboard.type(', voltei');
    await carla.page.keyboard.press('Enter');
    await expect(ana.bubble('Ia dizer, voltei')).toBeVisible();
    await expect(ana.log.getByText(/lida/)).toBeVisible();
  },
);

test(
  '[P1] finding B1: however a page is left, its visitor is away at once; a tab in the background is no absence',
  { tag: '@whole-browser' },
  async ({ agent, browser, launchOptions, product, visitor }) => {
    test.setTimeout(180_000);
    const ana = await agent('ana');
    product.sql('update attendance_agents set capacity = 10');
    await ana.goOnline();
    const site = await serve(
      () => new Response('<p>Outra loja</p>', { headers: { 'content-type': 'text/html' } }),
    );

    const alice = await talk(ana, await visitor(), 'Alice');
    await tellFrame(alice, true, ['visibilitychange']);
    await alice.send('Estou em outra aba');
    await expect(ana.bubble('Estou em outra aba')).toBeVisible();
    expect(awaySince(product, 'Alice')).toBeNull();
    await expectAwayAtOnce(product, 'Alice', () => tellFrame(alice, true, ['freeze']));
    await tellFrame(alice, true, ['resume']);
    await expect.poll(() => awaySince(product, 'Alice')).toBeNull();
    await expectAwayAtOnce(product, 'Alice', () => alice.page.goto(site.origin));

    const bento = await talk(ana, await visitor(), 'Bento');
    await expectAwayAtOnce(product, 'Bento', () => bento.page.close());

    const own = await browser.browserType().launch(launchOptions);
    await talk(ana, await openVisitor(own, product.shopUrl), 'Clara');
    await expectAwayAtOnce(product, 'Clara', () => own.close());

    // WebSocket is blocked there, and long polling carries it.
    const davi = await talk(
      ana,
      await visitor({ onPage: (page) => page.routeWebSocket(/./, (socket) => void socket.close()) }),
      'Davi',
    );
    await expectAwayAtOnce(product, 'Davi', () => davi.page.goto(site.origin));

    const elisa = await talk(ana, await visitor({ context: PHONE }), 'Elisa');
    await expectAwayAtOnce(product, 'Elisa', () => tellFrame(elisa, true, ['visibilitychange']));
    await tellFrame(elisa, true, ['pagehide', 'freeze']);
    await tellFrame(elisa, false, ['resume', 'pageshow', 'visibilitychange']);
    await expect.poll(() => awaySince(product, 'Elisa')).toBeNull();
    await elisa.send('O telefone estava no bolso');
    await expect(ana.bubble('O telefone estava no bolso')).toBeVisible();

    site.stop();
  },
);
