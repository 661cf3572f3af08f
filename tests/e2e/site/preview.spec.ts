import type { Frame, Page } from '@playwright/test';

import type { Appearance } from '../../../plugins/attendance/protocol/settings/appearance';
import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import { callPanel, type AgentScreen } from '../support/people/agent';
import { expectAccessible } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';
import { frameWith, lookOfLauncher, lookOfPanel } from '../support/screens/looks';
import { changeShop, choose, save, SETTINGS } from '../support/settings';
import type { Visitor, VisitorOptions } from '../support/people/visitor';

const APPEARANCE = `${SETTINGS}/appearance`;

/** The preview is a page of this size: in the shop, the same numbers mean the same look. */
const SHOP: VisitorOptions = { context: { viewport: { width: 720, height: 780 } } };

const say = (text: string) => ({ 'pt-BR': text, en: '', es: '' });

type Look = Partial<Omit<Appearance, 'texts' | 'triggers'>> & { texts?: Partial<Appearance['texts']> };

const LOOKS: readonly [name: string, look: Look][] = [
  ['as it comes', {}],
  [
    'yellow, on the left, with a text, in the dark',
    {
      companyName: 'Casa Amarela',
      colour: '#ffd400',
      position: 'left',
      offsetX: 48,
      offsetY: 72,
      launcherIcon: 'question',
      theme: 'dark',
      texts: { launcherText: say('Fale com a gente'), greeting: say('Oi! Por onde quer falar?') },
    },
  ],
  [
    'dark green, at the edge, with another icon, in the light',
    {
      companyName: 'Verde & Cia, a loja de um nome bastante comprido de verdade',
      colour: '#064e3b',
      offsetX: 0,
      offsetY: 200,
      launcherIcon: 'headset',
      theme: 'light',
    },
  ],
];

/** The preview's page and the panel's own document in it. */
async function framesOfPreview(page: Page): Promise<{ outer: Frame; inner: Frame }> {
  const outer = await frameWith(page, /widget\/preview$/);
  return { outer, inner: await frameWith(page, /widget\/preview\?frame/) };
}

const show = (page: Page, view: string) => choose(page, 'O que a prévia mostra', view);

/** The same numbers in both: the launcher closed, then the panel open. */
async function expectSameLook(admin: AgentScreen, shop: Visitor): Promise<void> {
  await show(admin.page, 'Botão');
  const { inner, outer } = await framesOfPreview(admin.page);
  expect(await lookOfLauncher(shop.page)).toEqual(await lookOfLauncher(outer));
  await show(admin.page, 'Início');
  await shop.openPanel();
  await expect(inner.getByRole('button', { name: 'Chat' })).toBeVisible();
  const frame = await frameWith(shop.page, /widget\/frame/);
  await expect(frame.getByRole('button', { name: 'Chat' })).toBeVisible();
  expect(await lookOfPanel(shop.page, frame)).toEqual(await lookOfPanel(outer, inner));
}

test.describe('the preview', () => {
  test('[F1] shows the widget as the shop has it, in each dress', async ({ agent, product, visitor }) => {
    await (await agent('ana')).goOnline();
    const admin = await agent('admin', { path: APPEARANCE });
    for (const [name, look] of LOOKS)
      await test.step(name, async () => {
        await changeShop(product, ({ appearance }) => ({
          appearance: { ...appearance, ...look, texts: { ...appearance.texts, ...look.texts } },
        }));
        await admin.page.reload();
        const carla = await visitor(SHOP);
        await expectSameLook(admin, carla);
        await expectAccessible(await frameWith(carla.page, /widget\/frame/));
        await carla.page.close();
      });
  });

  test('[F1] [Z32] a logo of the media library is in both; and a saved change reaches an open widget without a reload', async ({
    agent,
    product,
    visitor,
  }) => {
    await (await agent('ana')).goOnline();
    const carla = await visitor(SHOP);
    await carla.openPanel();
    const frame = await frameWith(carla.page, /widget\/frame/);
    await frame.evaluate(() => Object.assign(window, { isTheSamePage: true }));
    const admin = await agent('admin', { path: APPEARANCE });
    const { page } = admin;
    await uploadLogo(page, product.url);
    await page.getByRole('button', { name: 'Escolher: Logotipo' }).click();
    await chooseAsset(page, 'logo-amarelo.png');
    await expect(page.getByRole('button', { name: 'Trocar: Logotipo' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Cor', exact: true }).fill('#be185d');
    await page.getByRole('textbox', { name: 'Saudação' }).fill('Que bom que você veio!');
    await save(page);

    await expect(carla.panel.getByText('Que bom que você veio!')).toBeVisible();
    const logo = carla.panel.locator('.avatar img');
    await expect(logo).toHaveAttribute('src', /logo_amarelo/);
    // The attribute is there before the picture is.
    await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
    await expect(carla.page.getByRole('button', { expanded: true })).toHaveCSS(
      'background-color',
      'rgb(190, 24, 93)',
    );
    expect(await frame.evaluate(() => 'isTheSamePage' in window)).toBe(true);
    await show(page, 'Início');
    const { inner, outer } = await framesOfPreview(page);
    await expect(inner.locator('.avatar img')).toBeVisible();
    expect(await lookOfPanel(carla.page, frame)).toEqual(await lookOfPanel(outer, inner));
  });

  test('[F1] [P1] the time to come back, which is set for all sites, reaches who waits without a reload', async ({
    agent,
    product,
    visitor,
  }) => {
    const ana = await agent('ana');
    product.sql('update attendance_agents set capacity = 0');
    await ana.goOnline();
    const carla = await visitor();
    await carla.openPanel();
    await carla.fill({ name: 'Carla Nogueira' });
    await carla.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await expect(carla.panel.getByText(/90 segundos/)).toBeVisible();
    const settings = await callPanel<GeneralSettings>(product.url, 'admin', { path: '/settings' });
    const body = { ...settings, persistenceMs: 45_000 };
    await callPanel(product.url, 'admin', { path: '/settings', method: 'PUT', body });
    await expect(carla.panel.getByText(/45 segundos/)).toBeVisible();
  });

  test('[F1] an invitation comes on its page after its seconds, in the shop as in the preview', async ({
    agent,
    visitor,
  }) => {
    await (await agent('ana')).goOnline();
    const { page } = await agent('admin', { path: APPEARANCE });
    await page.getByRole('button', { name: 'Adicionar convite' }).click();
    await expect(page.getByRole('textbox', { name: 'Texto do convite' })).toBeFocused();
    await page.keyboard.insertText('Dúvidas sobre a caneca?');
    await page.getByRole('textbox', { name: 'Página' }).fill('/caneca*');
    await page.getByRole('textbox', { name: 'Após (segundos)' }).fill('2');
    await page.keyboard.press('Tab');
    const { outer } = await framesOfPreview(page);
    await expect(outer.getByRole('button', { name: 'Dúvidas sobre a caneca?' })).toBeVisible();
    await save(page);

    const carla = await visitor();
    const invitation = carla.page.getByRole('button', { name: 'Dúvidas sobre a caneca?' });
    const mug = await carla.openTab('/caneca');
    const there = mug.page.getByRole('button', { name: 'Dúvidas sobre a caneca?' });
    await expect(mug.launcher).toBeVisible();
    await expect(there).toBeHidden();
    await expect(there).toBeVisible();
    await expect(invitation).toHaveCount(0);
    await expectAccessible(mug.page, { within: 'html > div:last-of-type' });
    await there.click();
    await expect(mug.panel.getByRole('button', { name: 'Iniciar atendimento' })).toBeVisible();
  });
});

/** Eight pixels of yellow. */
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f4UBK2IYWhIA3it0wcgBhIUAAAAASUVORK5CYII=',
  'base64',
);

/** By the route of Strapi's own media library. */
async function uploadLogo(page: Page, url: string): Promise<void> {
  const token = await page.evaluate(() => JSON.parse(localStorage.getItem('jwtToken') ?? '""') as string);
  const answer = await page.request.post(`${url}/upload`, {
    headers: { authorization: `Bearer ${token}` },
    multipart: { files: { name: 'logo-amarelo.png', mimeType: 'image/png', buffer: LOGO } },
  });
  expect(answer.status()).toBeLessThan(300);
}

/** In the dialog of Strapi's media library. */
async function chooseAsset(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  // By its name: other tests of the same server have left pictures of their own in the library.
  await dialog.getByRole('checkbox', { name }).click();
  await dialog.getByRole('button', { name: 'Finalizar' }).click();
  await expect(dialog).toBeHidden();
}
