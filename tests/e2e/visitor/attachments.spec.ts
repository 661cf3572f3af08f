import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

import { HTML, PDF, SVG_WITH_SCRIPT, picture } from '../../support/sample-files';
import { expectAccessible } from '../support/screens/accessible';
import { openAgentScreen, type AgentScreen } from '../support/people/agent';
import { drag, paste, type GivenFile } from '../support/files';
import { expect, test } from '../support/fixtures';
import { startProxy } from '../support/product/proxy';
import type { Visitor } from '../support/people/visitor';

const SETTINGS = '/admin/settings/attendance/files';
const MEGABYTE = 1_048_576;
const png = async (name: string): Promise<GivenFile> => ({
  name,
  mimeType: 'image/png',
  buffer: await picture('png', 640, 400),
});
const pdf = (name: string): GivenFile => ({ name, mimeType: 'application/pdf', buffer: PDF });
/** What calls itself something else than it is, and what is too large: with the words that are to be said of it. */
const HOSTILE: readonly (readonly [GivenFile, RegExp])[] = [
  [
    { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0090\u0000 This program') },
    /Este tipo de arquivo não é aceito/,
  ],
  [{ name: 'contrato.pdf', mimeType: 'application/pdf', buffer: HTML }, /Este tipo de arquivo não é aceito/],
  [
    { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: SVG_WITH_SCRIPT },
    /Este tipo de arquivo não é aceito/,
  ],
  [
    {
      name: 'grande.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([PDF, Buffer.alloc(10 * MEGABYTE)]),
    },
    /O arquivo passa do limite de 10 MB/,
  ],
  [{ name: 'vazio.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }, /O arquivo está vazio/],
];

const tray = (ana: AgentScreen): Locator =>
  ana.page.getByRole('list', { name: 'Anexos da próxima mensagem' }).getByRole('listitem');
const visitorsTray = ({ panel }: Visitor): Locator =>
  panel.getByRole('list', { name: 'Anexos' }).getByRole('listitem');
const chooser = (page: Page): Locator => page.locator('input[type="file"]');
const visitorsChooser = ({ panel }: Visitor): Locator => panel.locator('input[type="file"]');
const sendButton = (ana: AgentScreen): Locator =>
  ana.page.getByRole('button', { name: 'Enviar', exact: true });

async function isDrawn(image: Locator): Promise<void> {
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}

async function saved(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const downloading = page.waitForEvent('download');
  await button.click();
  const download = await downloading;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test.describe('files in a conversation', () => {
  test('[C6] [Z57] [Z59] a picture of the visitor is seen small, whole, and saved by the agent', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    const other = await visitor();
    await other.start({ name: 'Bento Lima' });
    await ana.open('Bento Lima');

    const photo = await png('caneca quebrada.png');
    await visitorsChooser(carla).setInputFiles(photo);
    await expect(visitorsTray(carla)).toContainText('pronto para enviar');
    await carla.panel.getByRole('button', { name: 'Enviar', exact: true }).click();
    // In the list by what it is, before anybody opens it.
    await expect(ana.row('Carla Nogueira')).toContainText('Imagem');

    await ana.open('Carla Nogueira');
    const thumbnail = ana.log.getByRole('button', { name: 'Ampliar imagem caneca quebrada.png' });
    await isDrawn(thumbnail.locator('img'));
    await thumbnail.click();
    const viewer = ana.page.getByRole('dialog', { name: 'Imagem: caneca quebrada.png' });
    await isDrawn(viewer.getByRole('img'));
    const file = await saved(
      ana.page,
      viewer.getByRole('button', { name: 'Baixar caneca quebrada.png', exact: true }),
    );
    expect(file).toEqual({ name: photo.name, content: photo.buffer });
    await ana.page.keyboard.press('Escape');
    await expect(viewer).toBeHidden();
    await expect(thumbnail).toBeFocused();

    // Once the visitor is back, in what was said earlier too.
    await ana.end();
    await carla.panel.getByRole('button', { name: 'Novo atendimento' }).click();
    await carla.panel.getByRole('button', { name: 'Chat', exact: true }).click();
    await ana.open('Carla Nogueira');
    await ana.page.getByRole('button', { name: /^Chat · .* · Ana/ }).click();
    const past = ana.page.getByRole('group', { name: /^\d{4}-\d+$/ });
    const again = past.getByRole('button', { name: 'Ampliar imagem caneca quebrada.png' });
    await isDrawn(again.locator('img'));
    await again.click();
    await isDrawn(viewer.getByRole('img'));
    await viewer.getByRole('button', { name: 'Fechar imagem' }).click();
    await expect(again).toBeFocused();
  });

  test('[C6] [A7] the agent pastes, drops and chooses; the visitor sees and opens what came', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');

    await paste(ana.message, await png('colada.png'));
    await expect(tray(ana)).toContainText('pronto para enviar');
    const zone = ana.page.getByText('Solte aqui para anexar');
    await drag(ana.log, 'dragover', await png('solta.png'));
    await expect(zone).toBeVisible();
    await drag(ana.log, 'drop', await png('solta.png'));
    await expect(zone).toBeHidden();
    await expect(tray(ana)).toHaveCount(2);
    await expect(ana.message).toBeFocused();
    // What is pasted into another field is that field's.
    await paste(ana.page.getByRole('textbox', { name: 'Telefone' }), await png('noutro.png'));
    await chooser(ana.page).setInputFiles(pdf('contrato.pdf'));
    await expect(tray(ana).filter({ hasText: 'pronto para enviar' })).toHaveCount(3);
    await expectAccessible(ana.page, { within: 'form:has(textarea)' });

    await ana.page.getByRole('button', { name: 'Remover solta.png' }).click();
    await ana.message.fill('Seguem a foto e o contrato.');
    await ana.page.keyboard.press('Enter');
    await expect(tray(ana)).toHaveCount(0);
    await expect(ana.bubble('Seguem a foto e o contrato.')).toBeVisible();
    await isDrawn(ana.log.getByRole('button', { name: 'Ampliar imagem colada.png' }).locator('img'));
    await expect(ana.row('Carla Nogueira')).toContainText('Você: Seguem a foto');

    await expect(carla.bubble('Seguem a foto e o contrato.')).toBeVisible();
    const thumbnail = carla.log.getByRole('button', { name: /^Ampliar imagem .*colada\.png/ });
    await isDrawn(thumbnail.locator('img'));
    const file = await saved(carla.page, carla.log.getByRole('button', { name: /^Baixar .*contrato\.pdf/ }));
    expect(file).toEqual({ name: 'contrato.pdf', content: PDF });
    await expect(carla.log.getByText('solta.png')).toHaveCount(0);

    // Without a word, by keyboard alone.
    await chooser(ana.page).setInputFiles(pdf('segunda via.pdf'));
    await expect(sendButton(ana)).toBeEnabled();
    await ana.message.press('Enter');
    await expect(carla.log.getByText('segunda via.pdf')).toBeVisible();
    await expect(ana.row('Carla Nogueira')).toContainText('Você: Arquivo: segunda via.pdf');
  });

  test('[Z67] each conversation keeps its files, over selecting another and over a reload', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    const bento = await visitor();
    await bento.start({ name: 'Bento Lima' });
    await ana.open('Carla Nogueira');
    await chooser(ana.page).setInputFiles(pdf('da carla.pdf'));
    await expect(tray(ana)).toContainText('pronto para enviar');
    await ana.open('Bento Lima');
    await expect(tray(ana)).toHaveCount(0);
    await expect(ana.row('Carla Nogueira')).toContainText('anexo não enviado');
    await ana.open('Carla Nogueira');
    await expect(tray(ana)).toContainText('da carla.pdf');
    await ana.page.reload();
    await ana.open('Carla Nogueira');
    await expect(tray(ana)).toContainText('da carla.pdf');
    await sendButton(ana).click();
    await expect(carla.log.getByText('da carla.pdf')).toBeVisible();
    await expect(bento.log.getByText('da carla.pdf')).toHaveCount(0);
  });

  test('[C6] how far it is shows, what is cancelled is not sent, and what failed is tried again', async ({
    browser,
    product,
    visitor,
  }) => {
    test.setTimeout(120_000);
    const proxy = await startProxy(Number(new URL(product.url).port));
    const ana = await openAgentScreen(browser, `http://localhost:${proxy.port}`, 'ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');
    // More than the buffers between the two hold.
    const large = { ...pdf('longo.pdf'), buffer: Buffer.concat([PDF, Buffer.alloc(9 * MEGABYTE)]) };
    proxy.narrow(100_000);
    await chooser(ana.page).setInputFiles(large);
    const bar = ana.page.getByRole('progressbar', { name: 'Enviando longo.pdf' });
    const share = (): Promise<number> => bar.evaluate((element: HTMLProgressElement) => element.value);
    await expect.poll(share).toBeGreaterThan(0);
    expect(await share()).toBeLessThan(100);
    // The message waits for what belongs to it, and says so.
    await ana.message.fill('Olhe o anexo');
    await expect(sendButton(ana)).toBeDisabled();
    await ana.page.getByRole('button', { name: 'Remover longo.pdf' }).click();
    await expect(tray(ana)).toHaveCount(0);
    await expect(sendButton(ana)).toBeEnabled();
    proxy.narrow(null);
    await sendButton(ana).click();
    await expect(carla.bubble('Olhe o anexo')).toBeVisible();
    await expect
      .poll(() => product.rows(`select 1 from attendance_attachments where name = 'longo.pdf'`))
      .toEqual([]);

    // A connection that is gone for longer than it is waited for; the upload then goes on by hand.
    await ana.page.route('**/attachments', (route) => route.abort());
    await chooser(ana.page).setInputFiles(pdf('de novo.pdf'));
    await expect(tray(ana)).toContainText('Falha no envio', { timeout: 30_000 });
    await ana.page.unroute('**/attachments');
    await ana.page.getByRole('button', { name: 'Tentar de novo: de novo.pdf' }).click();
    await expect(tray(ana)).toContainText('pronto para enviar');
    await ana.context.close();
    await proxy.stop();
  });
});

test.describe('hostile files', () => {
  // Of a picture that is none the browser keeps no bytes, and the test tool's own recorder asks for them again.
  test.use({ provoked: /^Connecting to 'blob:/ });

  test('[Z55] what is hostile is refused with plain words, on both sides, and nothing of it is kept', async ({
    agent,
    product,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');
    for (const [file, words] of HOSTILE) {
      await chooser(ana.page).setInputFiles(file);
      await expect(tray(ana).getByRole('alert')).toHaveText(words);
      await expect(sendButton(ana)).toBeDisabled();
      await ana.page.getByRole('button', { name: `Remover ${file.name}` }).click();
      await visitorsChooser(carla).setInputFiles(file);
      await expect(visitorsTray(carla).getByRole('alert')).toHaveText(words);
      await carla.panel.getByRole('button', { name: /^Remover/ }).click();
    }
    expect(product.rows('select 1 from attendance_attachments')).toEqual([]);
    await ana.send('Seguimos por aqui.');
    await expect(carla.bubble('Seguimos por aqui.')).toBeVisible();
  });
});

test.describe('the settings of files', () => {
  test('[C6] [F4] [Z69] are saved, there after a reload, and reach a widget that is open', async ({
    agent,
    visitor,
  }) => {
    const { page } = await agent('admin', { path: SETTINGS });
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');
    const attach = carla.panel.getByRole('button', { name: 'Anexar arquivo' });
    await expect(attach).toBeVisible();

    await expectAccessible(page, { within: 'main' });
    const visitors = page.getByRole('switch', { name: 'Clientes enviam arquivos' });
    await expect(visitors).toBeChecked();
    await visitors.click();
    const size = page.getByRole('textbox', { name: 'Tamanho máximo de cada arquivo (MB)' });
    await size.fill('30');
    await size.blur();
    await expect(page.getByText('De 1 a 25.')).toBeVisible();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(size).toBeFocused();
    await expect(page.getByRole('button', { name: 'Salvar' })).toBeVisible();
    await size.fill('2');
    await size.blur();
    await page.getByRole('checkbox', { name: /^Áudio/ }).click();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
    await expect(attach).toHaveCount(0);
    // Pages that are loaded now have none either, and what they show of the site is looked at once.
    const bento = await visitor();
    await bento.start({ name: 'Bento Lima' });
    await expect(bento.panel.getByRole('button', { name: 'Anexar arquivo' })).toHaveCount(0);

    await page.reload();
    await expect(visitors).not.toBeChecked();
    await expect(size).toHaveValue('2');
    await expect(page.getByRole('checkbox', { name: /^Áudio/ })).not.toBeChecked();
    await visitors.click();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(attach).toBeVisible();
    await visitorsChooser(carla).setInputFiles({
      ...pdf('grande.pdf'),
      buffer: Buffer.concat([PDF, Buffer.alloc(2 * MEGABYTE)]),
    });
    await expect(visitorsTray(carla).getByRole('alert')).toHaveText(/O arquivo passa do limite de 2 MB/);

    await page.goto(page.url().replace('/files', '/audit'));
    await expect(page.getByText('Arquivos').first()).toBeVisible();
  });

  test('[Z9] of two admins the second is told', async ({ agent }) => {
    const [first, second] = [
      await agent('admin', { path: SETTINGS }),
      await agent('admin', { path: SETTINGS }),
    ];
    for (const { page } of [first, second])
      await page.getByRole('switch', { name: 'Atendentes enviam arquivos' }).click();
    await first.page.getByRole('button', { name: 'Salvar' }).click();
    await expect(first.page.getByRole('button', { name: 'Salvo' })).toBeVisible();
    await second.page.getByRole('button', { name: 'Salvar' }).click();
    await expect(second.page.getByText(/Outra pessoa mudou isto/)).toBeVisible();
    await second.page.getByRole('button', { name: 'Recarregar' }).click();
    await expect(second.page.getByRole('switch', { name: 'Atendentes enviam arquivos' })).not.toBeChecked();
  });
});
