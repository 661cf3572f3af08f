import { readFile } from 'node:fs/promises';

import { expect, IN_MOTION, test } from '../support/fixtures';
import type { Product } from '../support/product/product';

test.use(IN_MOTION);

/** As an admin sets them for the shop. */
function offer(product: Product, rating: object, transcript: object): void {
  product.sql(
    'update attendance_sites set rating = ?, transcript = ?',
    JSON.stringify(rating),
    JSON.stringify(transcript),
  );
}

const OFF = [
  { kind: 'off', asksComment: false },
  { canDownload: false, canEmail: false },
] as const;

test.describe('the end of an interaction', () => {
  test.afterEach(({ product }) => offer(product, ...OFF));

  test('[W4] [Z25] [Z26] it is rated with a comment, by keyboard too, and taken along', async ({
    agent,
    product,
    visitor,
  }) => {
    offer(product, { kind: 'stars', asksComment: true }, { canDownload: true, canEmail: true });
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');
    await carla.send('Oi, <b>tudo</b> bem?');
    await carla.end();

    const stars = carla.panel.getByRole('group', { name: 'Como foi o atendimento?' });
    await stars.getByRole('button', { name: '2 estrelas' }).click();
    await expect(carla.panel.getByText('Obrigado pela avaliação!')).toBeVisible();
    await stars.getByRole('button', { name: '4 estrelas' }).focus();
    await carla.page.keyboard.press('Enter');
    await expect(stars.getByRole('button', { name: '4 estrelas' })).toHaveAttribute('aria-pressed', 'true');
    await expect(ana.page.getByText('4 de 5 estrelas')).toBeVisible();
    await carla.panel.getByRole('textbox', { name: /Quer contar mais/ }).fill('Muito rápida.');
    await carla.panel.getByRole('button', { name: 'Enviar comentário' }).click();
    await expect(carla.panel.getByText(/Recebemos a sua avaliação/)).toBeVisible();
    await expect(ana.page.getByText('Muito rápida.')).toBeVisible();

    const downloading = carla.page.waitForEvent('download');
    await carla.panel.getByRole('button', { name: 'Baixar conversa' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^atendimento-\d{4}-\d+\.html$/);
    const html = await readFile(await download.path(), 'utf8');
    expect(html).toContain('Oi, &lt;b&gt;tudo&lt;/b&gt; bem?');
    // [Z122] finding B5: the host's page prints none of it; this does, whole.
    const paper = await carla.context.newPage();
    await paper.setContent(html);
    await paper.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(paper.getByText('Oi, <b>tudo</b> bem?')).toBeVisible();
    await expect(paper.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(paper.getByText('Oi, <b>tudo</b> bem?')).toHaveCSS('color', 'rgb(29, 31, 39)');
    await paper.close();
    // [Z27] Nobody has configured a provider here.
    await expect(carla.panel.getByRole('button', { name: 'Receber por e-mail' })).toHaveCount(0);
  });

  test('[W4] nothing is asked or offered where it is off', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await ana.open('Carla Nogueira');
    await carla.end();
    await expect(carla.panel.getByRole('button', { name: 'Novo atendimento' })).toBeVisible();
    await expect(carla.panel.getByText('Como foi o atendimento?')).toHaveCount(0);
    await expect(carla.panel.getByRole('button', { name: 'Baixar conversa' })).toHaveCount(0);
  });
});
