import type { Browser } from '@playwright/test';

import type { AgentScreen } from '../support/people/agent';
import { expectAccessible } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';
import { startProxy, type Proxy } from '../support/product/proxy';
import { openVisitor, type Visitor, type VisitorOptions } from '../support/people/visitor';
import { startDemoShop } from '../../../widget/demo/server.mjs';

const CARLA = { name: 'Carla Nogueira' };

/** On a narrow phone, where nothing may be cut off either. */
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** Each state of W3 as a visitor gets there; whoever calls looks at it. */
type Look = (state: string, visitor: Visitor) => Promise<void>;

/** The widget's frame and the page around it, without a fault of axe’s and without anything to be scrolled sideways. */
const look: Look = (state, { page }) =>
  test.step(state, async () => {
    const frame = page.frames().find((each) => each.url().includes('/widget/frame'));
    if (frame === undefined) throw new Error('there is no frame');
    await expectAccessible(frame);
    const isTooWide = () =>
      frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(await isTooWide(), 'scrolls sideways').toBe(false);
    // Launcher and dialog stand in a root of their own at the end of the page.
    await expectAccessible(page, { within: 'html > :last-child' });
  });

/** Through a proxy, so that the network can be cut. */
async function throughProxy(
  product: Product,
): Promise<{ proxy: Proxy; shop: { url: string; stop(): Promise<void> } }> {
  const proxy = await startProxy(Number(new URL(product.url).port));
  const atendeUrl = `http://localhost:${proxy.port}`;
  const shop = await startDemoShop({ host: '127.0.0.1', port: 0, atendeUrl, siteKey: 'loja-demo' });
  product.sql('update attendance_sites set origins = ?', JSON.stringify([shop.url]));
  return { proxy, shop };
}

async function beforeContact(visitor: Visitor, product: Product): Promise<void> {
  await visitor.launcher.click();
  await expect(visitor.panel.getByText('Deixe o seu recado')).toBeVisible();
  await look('offline form', visitor);
  await visitor.panel.getByRole('button', { name: /^Enviar/ }).click();
  await expect(visitor.panel.locator('[aria-invalid="true"]').first()).toBeVisible();
  await look('offline form, refused', visitor);
  expect(product.rows('select id from attendance_offline_messages')).toHaveLength(0);
  await visitor.fill(CARLA);
  await visitor.message.fill('Quero saber do meu pedido.');
  await visitor.panel.getByRole('button', { name: /^Enviar/ }).click();
  await expect(visitor.panel.getByText('Recado enviado. Obrigado!')).toBeVisible();
  await look('offline form, sent', visitor);
  await visitor.panel.getByRole('button', { name: 'Voltar' }).click();
}

async function queueAndChat(visitor: Visitor, ana: AgentScreen, product: Product): Promise<void> {
  await ana.goOnline();
  await expect(visitor.panel.getByRole('button', { name: 'Iniciar atendimento' })).toBeVisible();
  await look('new contact', visitor);
  // What was told to the offline form stands in this one, too.
  await visitor.panel.getByRole('textbox', { name: 'Nome' }).fill('');
  await visitor.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
  await expect(visitor.panel.locator('[aria-invalid="true"]').first()).toBeVisible();
  await look('new contact, refused', visitor);

  product.sql('update attendance_agents set capacity = 0');
  await visitor.fill(CARLA);
  await visitor.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
  await expect(visitor.panel.getByText('Você é o próximo')).toBeVisible();
  await look('queue', visitor);
  product.sql('update attendance_agents set capacity = null');
  await expect(visitor.panel.getByText(/Ana Martins.? entrou no atendimento/)).toBeVisible();
  await ana.open(CARLA.name);
  await ana.send('Oi, Carla! Veja https://exemplo.com/troca');
  await visitor.send('Oi!');
  await look('active', visitor);
  await visitor.panel.getByRole('button', { name: 'Encerrar', exact: true }).click();
  await look('asked whether to end', visitor);
  await visitor.panel.getByRole('button', { name: 'Continuar conversando' }).click();
}

/** [R14] As after 30 s without any connection; whoever comes back is there again. */
async function agentAway(visitor: Visitor, ana: AgentScreen, product: Product): Promise<void> {
  const url = ana.page.url();
  await ana.page.goto('about:blank');
  const lost = () =>
    product.rows(`select id from attendance_agents where presence = 'online' and lost_at is not null`);
  await expect.poll(() => lost().length).toBe(1);
  product.sql('update attendance_agents set lost_at = ? where lost_at is not null', Date.now() - 31_000);
  const said = visitor.panel.getByText('O atendente está sem conexão.', { exact: false });
  await expect(said).toBeVisible();
  const online = visitor.panel.getByText('Online agora');
  await expect(online).toBeHidden();
  await look('agent away', visitor);
  await ana.page.goto(url);
  await expect(said).toBeHidden();
  await expect(online).toBeVisible();
  await ana.open(CARLA.name);
}

async function afterwards(visitor: Visitor, ana: AgentScreen): Promise<void> {
  await visitor.end();
  const stars = visitor.panel.getByRole('group', { name: 'Como foi o atendimento?' });
  await expect(stars).toBeVisible();
  await look('ended, with rating', visitor);
  await stars.getByRole('button', { name: '2 estrelas' }).click();
  await expect(visitor.panel.getByRole('textbox', { name: /Quer contar mais/ })).toBeVisible();
  await look('rated, with comment', visitor);
  await ana.end();
}

/** [A10] Said plainly, and undone. */
async function blocked(visitor: Visitor, ana: AgentScreen): Promise<void> {
  await visitor.panel.getByRole('button', { name: 'Novo atendimento' }).click();
  await visitor.panel.getByRole('button', { name: 'Chat', exact: true }).click();
  await ana.open(CARLA.name);
  await ana.fromVisitorMenu('Bloquear visitante');
  const dialog = ana.page.getByRole('dialog', { name: `Bloquear ${CARLA.name}?` });
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Ofensas');
  await dialog.getByRole('button', { name: 'Bloquear', exact: true }).click();
  const said = visitor.panel.getByText('Você não pode escrever por aqui agora');
  await expect(said).toBeVisible();
  await look('blocked', visitor);
  await ana.page.getByRole('button', { name: 'Desfazer bloqueio' }).first().click();
  await expect(said).toBeHidden();
}

/** What is seen before the panel's own script is there, as on a slow phone. */
async function scriptOnItsWay(
  browser: Browser,
  shopUrl: string,
  options: VisitorOptions['context'],
): Promise<void> {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const visitor = await openVisitor(browser, shopUrl, {
    ...(options && { context: options }),
    onPage: async (page) => {
      await page.route(/\/assets\/chunk-[^/]+\.js$/, async (route) => {
        await arrived;
        await route.continue();
      });
    },
  });
  await visitor.launcher.click();
  const waiting = visitor.panel.getByText('Carregando…');
  await expect(waiting).toBeVisible();
  await look('script on its way', visitor);
  arrive();
  // The form before the contact, or the one while nobody attends: whichever the server's first word makes it.
  await expect(visitor.panel.getByRole('textbox', { name: 'Nome' })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  await visitor.context.close();
}

/** What is seen before the server has said a word, and when it never does. */
async function noAnswer(
  browser: Browser,
  shopUrl: string,
  options: VisitorOptions['context'],
): Promise<void> {
  await scriptOnItsWay(browser, shopUrl, options);
  let isClosed = false;
  const visitor = await openVisitor(browser, shopUrl, {
    ...(options && { context: options }),
    onPage: (page) =>
      page.routeWebSocket(/./, (socket) => {
        if (isClosed) void socket.close();
      }),
  });
  await visitor.launcher.click();
  await expect(visitor.panel.getByText('Carregando…')).toBeVisible();
  await look('loading', visitor);
  isClosed = true;
  await visitor.page.reload();
  await visitor.launcher.click();
  await expect(visitor.panel.getByText('Não conseguimos conectar')).toBeVisible({ timeout: 20_000 });
  await look('error', visitor);
  await visitor.context.close();
}

async function everyState(
  browser: Browser,
  product: Product,
  ana: AgentScreen,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const options = { ...PHONE, colorScheme, locale: 'pt-BR' };
  await noAnswer(browser, product.shopUrl, options);
  const { proxy, shop } = await throughProxy(product);
  const carla = await openVisitor(browser, shop.url, { context: options });
  try {
    await beforeContact(carla, product);
    await queueAndChat(carla, ana, product);
    await agentAway(carla, ana, product);
    proxy.cut();
    await expect(carla.panel.getByText(/Sem conexão/)).toBeVisible({ timeout: 25_000 });
    await look('reconnecting', carla);
    proxy.mend();
    await expect(carla.panel.getByText(/Sem conexão/)).toBeHidden({ timeout: 35_000 });
    await afterwards(carla, ana);

    await blocked(carla, ana);
  } finally {
    await carla.context.close();
    await shop.stop();
    await proxy.stop();
  }
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`[W2] [W3] every state of the widget is accessible on a narrow phone, ${colorScheme}`, async ({
    agent,
    browser,
    product,
  }) => {
    test.setTimeout(180_000);
    product.sql(
      'update attendance_sites set rating = ?, transcript = ?',
      JSON.stringify({ kind: 'stars', asksComment: true }),
      JSON.stringify({ canDownload: true, canEmail: false }),
    );
    await everyState(browser, product, await agent('ana'), colorScheme);
  });
