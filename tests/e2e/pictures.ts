import path from 'node:path';
import type { Page } from '@playwright/test';

import { openAgentScreen, type AgentScreen } from './support/people/agent';
import { expect, test } from './support/fixtures';
import { startProduct } from './support/product/product';
import { attend, expectIndexed, SearchScreen } from './support/search';
import type { Visitor, VisitorOptions } from './support/people/visitor';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/pictures');
const DESKTOP = { width: 1440, height: 900 } as const;
const LAPTOP = { width: 1366, height: 768 } as const;
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

function shoot(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
}

type OpenVisitor = (options?: VisitorOptions) => Promise<Visitor>;

/** An afternoon at the shop: one new, two talking, one who left the page and one who ended. */
async function fillScreen(ana: AgentScreen, visitor: OpenVisitor): Promise<Visitor> {
  await ana.goOnline();
  const lucia = await visitor();
  await lucia.start({ name: 'Lúcia Andrade' });
  await ana.open('Lúcia Andrade');
  await ana.send('Oi, Lúcia! Em que posso ajudar?');
  await lucia.send('Já resolvi, obrigada!');
  await expect(ana.bubble('Já resolvi, obrigada!')).toBeVisible();
  await lucia.end();

  const marcos = await visitor({ path: '/caneca' });
  await marcos.start({ name: 'Marcos Teixeira' });
  await ana.open('Marcos Teixeira');
  await marcos.send('A caneca vai ao micro-ondas?');
  await ana.send('Vai sim, e à lava-louças também.');
  await expect(marcos.bubble('Vai sim, e à lava-louças também.')).toBeVisible();

  const rafael = await visitor({ path: '/cafeteira' });
  await rafael.start({ name: 'Rafael Prado', email: 'rafael.prado@exemplo.com', phone: '(11) 98765-4321' });
  await ana.open('Rafael Prado');
  await rafael.send('Oi! Comprei a cafeteira ontem, mas escolhi o tamanho errado.');
  await expect(ana.log.getByText(/escolhi o tamanho errado/)).toBeVisible();
  await ana.send('Oi, Rafael! Sem problema, posso ajustar antes do envio. Qual tamanho você prefere?');
  await rafael.visit('/sacola');
  await rafael.send('A de 600 ml.');
  await rafael.send('E o prazo continua o mesmo?');
  await expect(ana.bubble('E o prazo continua o mesmo?')).toBeVisible();

  const carla = await visitor();
  await carla.start({ name: 'Carla Nogueira' });
  await carla.send('Bom dia! Meu pedido ainda não chegou.');
  await expect(ana.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible();
  await rafael.message.pressSequentially('Ah, e');
  return rafael;
}

test('the agent’s screen, light and dark, wide and narrow', async ({ agent, visitor, product }) => {
  product.sql('update attendance_settings set ring_ms = 0');
  const ana = await agent('ana');
  await fillScreen(ana, visitor);
  await ana.page.mouse.move(700, 300);
  await shoot(ana.page, 'agent-light');
  await ana.page.setViewportSize(LAPTOP);
  await shoot(ana.page, 'agent-laptop-light');
  await ana.page.setViewportSize(DESKTOP);
  await ana.page.evaluate(() => localStorage.setItem('STRAPI_THEME', 'dark'));
  await ana.page.reload();
  await ana.open('Rafael Prado');
  await expect(ana.bubble('E o prazo continua o mesmo?')).toBeInViewport();
  await ana.page.mouse.move(700, 300);
  await shoot(ana.page, 'agent-dark');
  await ana.page.setViewportSize(LAPTOP);
  await expect(ana.bubble('E o prazo continua o mesmo?')).toBeInViewport();
  await shoot(ana.page, 'agent-laptop-dark');
  await ana.page.setViewportSize({ width: 360, height: 740 });
  await expect(ana.bubble('E o prazo continua o mesmo?')).toBeInViewport();
  await shoot(ana.page, 'agent-phone');
});

test('the search over past interactions', async ({ agent, visitor, product }) => {
  product.sql('update attendance_settings set ring_ms = 0');
  const ana = await agent('ana');
  await ana.goOnline();
  for (const [name, says, answer, note] of [
    ['Marcos Teixeira', 'A caneca vai ao micro-ondas?', 'Vai sim, e à lava-louças também.'],
    ['Lúcia Andrade', 'Comprei uma caneca e ela chegou trincada.', 'Sinto muito! Envio outra ainda hoje.'],
    ['Rafael Prado', 'Vocês abrem no sábado?', 'Das nove às treze.', 'Quer uma caneca azul, avisar'],
  ] as const)
    await attend(ana, { visitor: await visitor(), name, says, answer, ...(note !== undefined && { note }) });
  const carla = await visitor();
  await carla.start({ name: 'Carla Nogueira' });
  await expect(ana.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible();
  await expectIndexed(product);
  const search = new SearchScreen(ana.page);
  await search.open();
  await search.find('caneca', ['Rafael Prado', 'Lúcia Andrade', 'Marcos Teixeira']);
  await search.row(/Lúcia Andrade/).click();
  await expect(search.transcript.getByText('Sinto muito! Envio outra ainda hoje.')).toBeVisible();
  await ana.page.mouse.move(700, 800);
  await shoot(ana.page, 'search');
});

test('the widget in the shop, on a desktop and on a phone', async ({ agent, visitor }) => {
  const ana = await agent('ana');
  await ana.goOnline();
  const carla = await visitor({ context: { viewport: { width: 1280, height: 800 } } });
  await carla.openPanel();
  await carla.fill({ name: 'Carla Nogueira', email: 'carla@exemplo.com' });
  await shoot(carla.page, 'widget-form');
  await carla.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
  await ana.open('Carla Nogueira');
  await carla.send('Bom dia! Meu pedido não chegou');
  await ana.send('Bom dia, Carla! Vou verificar agora. Pode me dizer o número do pedido?');
  await carla.send('88120');
  await ana.send('Obrigada! Ele sai hoje, até 18h.');
  await expect(carla.bubble('Obrigada! Ele sai hoje, até 18h.')).toBeVisible();
  await shoot(carla.page, 'widget-chat');

  const phone = await visitor({ context: { ...PHONE, colorScheme: 'dark' } });
  await phone.start({ name: 'Davi Prado' });
  await ana.open('Davi Prado');
  await ana.send('Oi, Davi! Em que posso ajudar?');
  await expect(phone.bubble('Oi, Davi! Em que posso ajudar?')).toBeVisible();
  await shoot(phone.page, 'widget-phone');
  await phone.page.setViewportSize({ width: 844, height: 390 });
  await expect(phone.bubble('Oi, Davi! Em que posso ajudar?')).toBeInViewport();
  await shoot(phone.page, 'widget-phone-landscape');
});

test('the widget on a phone whose network is slow, and then fails', async ({ visitor }) => {
  let fail: (() => void) | undefined;
  const carla = await visitor({
    context: { ...PHONE, viewport: { width: 390, height: 844 } },
    onPage: async (page) => {
      await page.route(/\/widget\/frame\?/, async (route) => {
        await new Promise<void>((resolve) => (fail = resolve));
        await route.abort();
      });
    },
  });
  await carla.launcher.tap();
  const dialog = carla.page.getByRole('dialog');
  await expect(dialog.getByText('Carregando…')).toBeVisible();
  await shoot(carla.page, 'widget-loading');
  fail?.();
  await expect(dialog.getByText('Não foi possível abrir o atendimento.')).toBeVisible();
  await shoot(carla.page, 'widget-failed');
});

test('a fresh demo: its past week, and the check-up', async ({ browser }) => {
  const product = await startProduct({ DEMO: 'true' }, { template: null });
  const ana = await openAgentScreen(browser, product.url, 'ana');
  await ana.goOnline();
  await expectIndexed(product);
  const search = new SearchScreen(ana.page);
  await search.open();
  await search.field.fill('cafeteira');
  await search
    .row(/Carla Nogueira/)
    .first()
    .click();
  await expect(search.transcript.getByText(/serve em fogão de indução/)).toBeVisible();
  await ana.page.mouse.move(700, 800);
  await shoot(ana.page, 'demo');

  const admin = await openAgentScreen(browser, product.url, 'admin', {
    path: '/admin/settings/attendance/check',
  });
  await expect(admin.page.getByRole('heading', { name: 'Verificação' })).toBeVisible();
  await shoot(admin.page, 'check-up');
  await ana.context.close();
  await admin.context.close();
  await product.stop();
});
