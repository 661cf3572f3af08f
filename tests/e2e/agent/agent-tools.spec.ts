import { request } from '@playwright/test';

import { expectAccessible } from '../support/screens/accessible';
import { PASSWORD } from '../support/people/agent';
import { expect, test } from '../support/fixtures';
import { expectAtAGlance } from '../support/screens/in-sight';
import type { Product } from '../support/product/product';

/** [S6] A row is named by who it is of and how it stands: its preview and what ticks would be read out each second. */
const MAIN = {
  within: 'main',
  meant: [{ rule: 'label-content-name-mismatch', part: /data-interaction-row/ }],
} as const;

const CARLA = { name: 'Carla Nogueira' };
/** More than one line has room for. */
const TAGS = ['Reclamação antiga', 'Cliente fiel', 'Atacado', 'Revenda do Sul'];

/** What an admin has made in the settings, by the routes behind them. */
async function make(
  { url }: Product,
  rows: readonly (readonly [path: string, body: object])[],
): Promise<void> {
  const api = await request.newContext({ baseURL: url });
  const login = await api.post('/admin/login', { data: { email: 'admin@demo.local', password: PASSWORD } });
  const { data } = (await login.json()) as { data: { token: string } };
  for (const [path, body] of rows) {
    const answer = await api.post(`/attendance/${path}`, {
      data: body,
      headers: { authorization: `Bearer ${data.token}` },
    });
    expect(answer.status(), path).toBeLessThan(300);
  }
  await api.dispose();
}

const canned = (shortcut: string, title: string, body: string) =>
  ['canned-responses', { shortcut, title, body, departmentId: null }] as const;
const tag = (name: string) => ['tags', { name, colour: '#15803d', isArchived: false }] as const;
const field = (label: string, type: string, subject: string, options: readonly string[] = []) =>
  [
    'fields',
    { label: { 'pt-BR': label, en: '', es: '' }, type, subject, options: [...options], isArchived: false },
  ] as const;

test.describe('the agent’s tools', () => {
  test('[C8] a canned response by “/”, with the names in it and a gap to fill, all by keyboard', async ({
    agent,
    product,
    visitor,
  }) => {
    await make(product, [
      canned(
        'prazo',
        'Prazo de entrega',
        'Olá, {{visitor.firstName}}! Aqui é {{agent.name}}. Chega em [dias] dias.',
      ),
      canned('troca', 'Troca', 'A troca é grátis em 30 dias.'),
    ]);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open(CARLA.name);
    await ana.message.focus();
    await ana.page.keyboard.type('/');
    const list = ana.page.getByRole('listbox', { name: 'Respostas rápidas' });
    await expect(list.getByRole('option')).toHaveCount(2);
    await expectAccessible(ana.page, MAIN);
    await ana.page.keyboard.type('pra');
    await expect(list.getByRole('option')).toHaveCount(1);
    await ana.page.keyboard.press('Enter');
    await expect(ana.message).toHaveValue('Olá, Carla! Aqui é Ana Martins. Chega em [dias] dias.');
    await expect(list).toBeHidden();
    await ana.page.keyboard.press('Enter');
    await expect(carla.log.getByText(/Aqui é Ana Martins/)).toBeVisible();
    // A slash in the middle of a text is a slash.
    await ana.send('Veja 24/7 ou e/ou');
    await expect(carla.bubble('Veja 24/7 ou e/ou')).toBeVisible();
  });

  test('[C9] [A4] notes, tags and fields: kept for the team, there after a reload and next time, and never the visitor’s', async ({
    agent,
    product,
    visitor,
  }) => {
    await make(product, [
      tag('Revenda'),
      field('Tamanho', 'choice', 'visitor', ['P', 'M', 'G']),
      field('Pedido', 'text', 'interaction'),
    ]);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await carla.send('Vocês vendem em atacado?');
    await ana.open(CARLA.name);
    const { page } = ana;
    await ana.message.focus();
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: 'Nota para a equipe' }).fill('Compra todo mês');
    await page.keyboard.press('Enter');
    await expect(ana.log.getByText('Compra todo mês')).toBeVisible();
    await page.keyboard.press('Alt+n');

    await page.getByRole('combobox', { name: 'Adicionar etiqueta' }).fill('reven');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Remover etiqueta Revenda' })).toBeVisible();
    await page.getByLabel('Tamanho').selectOption('M');
    await page.getByRole('textbox', { name: 'Pedido' }).fill('A-1029');
    await page.getByRole('textbox', { name: 'Pedido' }).blur();
    await expectAccessible(page, MAIN);

    await page.reload();
    await ana.open(CARLA.name);
    await expect(ana.log.getByText('Compra todo mês')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remover etiqueta Revenda' })).toBeVisible();
    await expect(page.getByLabel('Tamanho')).toHaveValue('M');
    await expect(page.getByRole('textbox', { name: 'Pedido' })).toHaveValue('A-1029');

    await ana.send('Vendemos, sim!');
    await expect(carla.bubble('Vendemos, sim!')).toBeVisible();
    for (const secret of ['Compra todo mês', 'Revenda', 'A-1029'])
      await expect(carla.panel.getByText(secret)).toHaveCount(0);

    await ana.end();
    await carla.panel.getByRole('button', { name: 'Novo atendimento' }).click();
    await carla.panel.getByRole('button', { name: 'Chat', exact: true }).click();
    await ana.open(CARLA.name);
    await expect(page.getByLabel('Tamanho')).toHaveValue('M');
    await expect(page.getByRole('textbox', { name: 'Pedido' })).toHaveValue('');
  });

  test('[A4] [A5] [Z131] finding C2: fields and captured facts are in sight on a laptop, and no tag moves them', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(150_000);
    await make(product, [
      field('Tamanho', 'choice', 'visitor', ['P', 'M', 'G']),
      field('Cliente desde', 'date', 'visitor'),
      field('Pedido', 'text', 'interaction'),
      ...TAGS.map(tag),
    ]);
    const ana = await agent('ana');
    await ana.goOnline();
    // The same person in another browser: what says so moves nothing either.
    const before = await visitor();
    await before.start({ name: 'Carla N.', email: 'carla@exemplo.com' });
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open(CARLA.name);
    await expect(ana.page.getByText('Parece ser a mesma pessoa')).toBeVisible();
    await expectAtAGlance(ana, ['Tamanho', 'Cliente desde', 'Pedido']);
    // What the form asked for stands in the fields, and nowhere else.
    await expect(ana.page.getByRole('heading', { name: 'Formulário' })).toBeHidden();

    const top = async () => (await ana.captured('IP').boundingBox())?.y;
    const first = await top();
    const add = ana.page.getByRole('combobox', { name: 'Adicionar etiqueta' });
    for (const name of TAGS) {
      await add.fill(name);
      await ana.page.keyboard.press('Enter');
      await expect(ana.page.getByRole('button', { name: `Remover etiqueta ${name}` })).toBeVisible();
    }
    expect(await top()).toBe(first);
    await ana.message.focus();
    await expectAtAGlance(ana, ['Tamanho', 'Cliente desde', 'Pedido']);
    expect(await top()).toBe(first);
  });

  test('[A7] [Z130] finding C1: the Enter with which Safari ends a composition sends nothing', async ({
    agent,
    product,
    visitor,
  }) => {
    await make(product, [canned('prazo', 'Prazo', 'Chega em 3 dias.'), tag('Revenda')]);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open(CARLA.name);
    const composed = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true };

    await ana.message.fill('/pra');
    await expect(ana.page.getByRole('listbox', { name: 'Respostas rápidas' })).toBeVisible();
    await ana.message.dispatchEvent('keydown', composed);
    await expect(ana.message).toHaveValue('/pra');
    await ana.message.fill('日本語');
    await ana.message.dispatchEvent('keydown', composed);
    await expect(ana.message).toHaveValue('日本語');
    await ana.message.press('Enter');
    await expect(carla.bubble('日本語')).toBeVisible();

    const tags = ana.page.getByRole('combobox', { name: 'Adicionar etiqueta' });
    await tags.fill('rev');
    await tags.dispatchEvent('keydown', composed);
    await expect(ana.page.getByRole('listbox', { name: 'Etiquetas' })).toBeVisible();
    await tags.press('Enter');
    await expect(ana.page.getByRole('button', { name: 'Remover etiqueta Revenda' })).toBeVisible();

    await ana.message.press('Alt+n');
    const note = ana.page.getByRole('textbox', { name: 'Nota para a equipe' });
    await note.fill('かな');
    await note.dispatchEvent('keydown', composed);
    await expect(note).toHaveValue('かな');

    // Escape gives a candidate up, and closes no dialog; that would be Strapi's own doing.
    await ana.fromVisitorMenu('Procurar e unir');
    const find = ana.page.getByRole('dialog', { name: 'Procurar e unir' });
    const asked = find.getByPlaceholder('Nome, e-mail, telefone ou documento');
    await asked.dispatchEvent('keydown', { ...composed, key: 'Escape', isComposing: true });
    await expect(find).toBeVisible();
    await asked.press('Escape');
    await expect(find).toBeHidden();
  });

  test('[A7] [Z133] finding C7: what is printed is the whole conversation and nothing else', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open(CARLA.name);
    await carla.send('Vocês vendem em atacado?');
    await ana.send('Vendemos, sim!');
    await ana.message.press('Alt+n');
    const note = ana.page.getByRole('textbox', { name: 'Nota para a equipe' });
    await note.fill('Compra todo mês');
    await note.press('Enter');
    await expect(ana.log.getByText('Compra todo mês')).toBeVisible();

    const { page } = ana;
    const paper = page.locator('[data-attendance-paper]');
    await page.emulateMedia({ media: 'print' });
    // Kept on paper until the browser says that it is done: here nobody does.
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.keyboard.press('Control+p');
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
    for (const line of [
      'Conversa com Carla Nogueira',
      'Vocês vendem em atacado?',
      'Vendemos, sim!',
      'carla@exemplo.com',
    ])
      await expect(paper.getByText(line)).toBeVisible();
    await expect(paper.getByText('Compra todo mês')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
    expect((await page.pdf()).byteLength).toBeGreaterThan(1_000);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(paper).toHaveCount(0);
    await expect(note).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await ana.fromVisitorMenu('Imprimir conversa');
    await expect(paper).toHaveCount(1);
  });

  test('[C2] each conversation keeps its own draft, of a message and of a note', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    for (const name of ['Carla Nogueira', 'Rui Prado']) await (await visitor()).start({ name });
    await ana.open('Carla Nogueira');
    await ana.message.fill('para a Carla');
    await ana.open('Rui Prado');
    await expect(ana.message).toHaveValue('');
    await ana.message.fill('para o Rui');
    await ana.open('Carla Nogueira');
    await expect(ana.message).toHaveValue('para a Carla');
    await ana.page.reload();
    await ana.open('Rui Prado');
    await expect(ana.message).toHaveValue('para o Rui');
  });
});
