import type { FrameLocator, Page } from '@playwright/test';

import type { Form, FormAnswer, FormField } from '../../../plugins/attendance/protocol/settings/form';
import { expectAccessible } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';
import { changeShop, choose, save, SETTINGS } from '../support/settings';
import { connectStranger, requestByHand } from '../support/people/stranger';

const say = (text: string) => ({ 'pt-BR': text, en: '', es: '' });
const field = (
  id: string,
  type: FormField['type'],
  label: string,
  more: Partial<FormField> = {},
): FormField => ({
  id,
  type,
  label: say(label),
  hint: say(''),
  options: [],
  isRequired: true,
  channels: ['chat', 'voice', 'video'],
  condition: null,
  target: null,
  ...more,
});

/** Every type, what is required and not, on another's answer, on one channel, and a consent to tick. */
const FORM: Form = {
  isOn: true,
  fields: [
    field('nome', 'text', 'Nome', { target: 'name' }),
    field('correio', 'email', 'E-mail', { target: 'email' }),
    field('fone', 'phone', 'Telefone', { target: 'phone', isRequired: false }),
    field('cpf', 'cpf', 'CPF', { target: 'document' }),
    field('assunto', 'choice', 'Assunto', {
      options: [
        { value: 'compra', label: say('Compra') },
        { value: 'troca', label: say('Troca') },
      ],
    }),
    field('pedido', 'text', 'Número do pedido', { condition: { fieldId: 'assunto', equals: 'troca' } }),
    field('cliente', 'checkbox', 'Já sou cliente', { isRequired: false }),
    field('relato', 'long-text', 'Conte o que houve', { channels: ['chat'] }),
    field('camera', 'text', 'O que quer mostrar?', { channels: ['video'] }),
  ],
  consent: { isOn: true, needsCheck: true, text: say('Concordo com o uso dos meus dados.'), version: 0 },
};

/** What is asked, in its order: the labels that are seen. */
const asked = async (panel: FrameLocator): Promise<string[]> => {
  const labels = await panel
    .locator('.field > label:not(.tick), legend, .field:not(.consent) .tick span')
    .allTextContents();
  return labels.map((label) => label.replace(' (opcional)', '').trim());
};

/** The words at a field that say what is wrong with it: its description, as a screen reader has it. */
async function expectFault(panel: FrameLocator, name: string, words: string): Promise<void> {
  const box = panel.getByRole('textbox', { name, exact: true });
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(box).toHaveAccessibleDescription(words);
}

test.describe('the form before the contact', () => {
  test('[F2] [W1] built in the settings, asks on each channel and for each answer what is for it, and no more', async ({
    agent,
    product,
    visitor,
  }) => {
    product.sql(
      `update attendance_sites set form = json_set(form, '$.isOn', json('true'), '$.fields', json('[]'))`,
    );
    const { page } = await agent('admin', { path: `${SETTINGS}/form` });
    await build(page);
    await save(page);

    await (await agent('ana')).goOnline();
    const carla = await visitor();
    await carla.openPanel();
    const { panel } = carla;
    const always = ['Nome', 'E-mail', 'Telefone', 'CPF', 'Assunto', 'Já sou cliente'];
    await expect.poll(() => asked(panel)).toEqual([...always, 'Conte o que houve']);
    await panel.getByRole('radio', { name: 'Troca' }).check();
    await expect.poll(() => asked(panel)).toEqual([...always, 'Número do pedido', 'Conte o que houve']);
    await panel.getByRole('button', { name: 'Voz' }).click();
    await expect.poll(() => asked(panel)).toEqual([...always, 'Número do pedido']);
    await panel.getByRole('button', { name: 'Vídeo' }).click();
    await expect.poll(() => asked(panel)).toEqual([...always, 'Número do pedido', 'O que quer mostrar?']);
    await panel.getByRole('radio', { name: 'Compra' }).check();
    await expect.poll(() => asked(panel)).toEqual([...always, 'O que quer mostrar?']);
    await expectAccessible(await frameOf(carla.page));
  });

  test('[F2] [W5] refuses wrong values in the browser, with words at their place', async ({
    agent,
    product,
    visitor,
  }) => {
    await changeShop(product, { form: FORM });
    await (await agent('ana')).goOnline();
    const carla = await visitor();
    await carla.openPanel();
    const { panel } = carla;
    const box = (name: string) => panel.getByRole('textbox', { name, exact: true });
    const start = panel.getByRole('button', { name: 'Iniciar atendimento' });

    await start.click();
    await expect(box('Nome')).toBeFocused();
    for (const name of ['Nome', 'E-mail', 'CPF', 'Conte o que houve'])
      await expectFault(panel, name, 'Preencha este campo.');
    await expect(panel.getByRole('group', { name: 'Assunto' })).toHaveAttribute('aria-invalid', 'true');
    await expect(box('Telefone')).not.toHaveAttribute('aria-invalid');
    await expect(panel.getByText('Para continuar, é preciso concordar.')).toBeVisible();
    await expect(panel.getByRole('alert').filter({ hasText: 'Confira 6 campos.' })).toBeAttached();
    await expectAccessible(await frameOf(carla.page));

    await box('Nome').fill('Carla Nogueira');
    await expect(box('Nome')).not.toHaveAttribute('aria-invalid');
    await box('E-mail').fill('carla@exemplo');
    await box('Telefone').fill('ligue já');
    await box('CPF').fill('52998224726');
    await expect(box('CPF')).toHaveValue('529.982.247-26');
    await start.click();
    await expectFault(panel, 'E-mail', 'Confira o e-mail: algo como nome@exemplo.com.');
    await expectFault(panel, 'Telefone', 'Confira o telefone: só números, com DDD.');
    await expectFault(panel, 'CPF', 'Confira o CPF: os números não combinam.');
    await expect(box('E-mail')).toBeFocused();
    expect(product.rows('select id from attendance_interactions')).toEqual([]);
  });

  test('[F2] [W5] [Z12] refuses the same values of a request made by hand, with a code, and stores nothing', async ({
    agent,
    product,
  }) => {
    await changeShop(product, { form: FORM });
    await (await agent('ana')).goOnline();
    const version = consentVersion(product);
    /** Each on a connection of its own: one that asks again and again is slowed down. */
    const request = async (asked: Parameters<typeof requestByHand>[2]) => {
      const stranger = await connectStranger(product);
      const answer = await requestByHand(product, stranger, asked);
      stranger.disconnect();
      return answer;
    };
    const good = {
      nome: 'Mallory',
      correio: 'm@exemplo.com',
      cpf: '52998224725',
      assunto: 'compra',
      relato: 'Oi',
    };
    const wrong: readonly [answers: Record<string, string>, message: string][] = [
      [{ ...good, nome: ' ' }, 'answers.nome: required'],
      [{ ...good, correio: 'carla@exemplo' }, 'answers.correio: invalid'],
      [{ ...good, fone: 'ligue já' }, 'answers.fone: invalid'],
      [{ ...good, cpf: '52998224726' }, 'answers.cpf: invalid'],
      [{ ...good, assunto: 'venda' }, 'answers.assunto: invalid'],
      [{ ...good, assunto: 'troca' }, 'answers.pedido: required'],
      [{ ...good, cliente: 'sim' }, 'answers.cliente: invalid'],
      [{ ...good, relato: '' }, 'answers.relato: required'],
    ];
    for (const [answers, message] of wrong)
      expect(await request({ answers, consentVersion: version })).toMatchObject({
        ok: false,
        error: { code: 'bad_request', message },
      });
    expect(await request({ answers: good, channel: 'video', consentVersion: version })).toMatchObject({
      ok: false,
      error: { code: 'bad_request', message: 'answers.camera: required' },
    });
    // Without the consent, and with one to a text that is not shown any more.
    expect(await request({ answers: good })).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    expect(await request({ answers: good, consentVersion: version - 1 })).toMatchObject({ ok: false });
    expect(product.rows('select id from attendance_interactions')).toEqual([]);
    expect(product.rows('select id from attendance_visitors')).toEqual([]);
    expect(await request({ answers: good, consentVersion: version })).toMatchObject({ ok: true });
  });

  test('[F2] [A4] [W5] what was answered, and the version of what was agreed to, stand on the agent’s screen', async ({
    agent,
    product,
    visitor,
  }) => {
    await changeShop(product, { form: FORM });
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.openPanel();
    const { panel } = carla;
    const answers = {
      Nome: 'Carla Nogueira',
      'E-mail': 'carla@exemplo.com',
      Telefone: '(11) 98765-4321',
      CPF: '52998224725',
      'Conte o que houve': 'Chegou amassado.\nE sem nota.',
    };
    for (const [name, text] of Object.entries(answers))
      await panel.getByRole('textbox', { name, exact: true }).fill(text);
    await panel.getByRole('radio', { name: 'Troca' }).check();
    await panel.getByRole('textbox', { name: 'Número do pedido' }).fill('A-77');
    await panel.getByRole('checkbox', { name: 'Já sou cliente' }).check();
    await panel.getByRole('checkbox', { name: 'Concordo com o uso dos meus dados.' }).check();
    await panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await expect(carla.message).toBeVisible();

    await ana.open('Carla Nogueira');
    const own = (name: string) => ana.page.getByRole('textbox', { name, exact: true });
    await expect(own('Nome')).toHaveValue('Carla Nogueira');
    await expect(own('E-mail')).toHaveValue('carla@exemplo.com');
    await expect(own('Telefone')).toHaveValue('(11) 98765-4321');
    await expect(own('CPF')).toHaveValue('529.982.247-25');
    const shown = (label: string) =>
      ana.page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('+ dd');
    await expect(shown('Assunto')).toHaveText('Troca');
    await expect(shown('Número do pedido')).toHaveText('A-77');
    await expect(shown('Já sou cliente')).toHaveText('Sim');
    await expect(shown('Conte o que houve')).toHaveText('Chegou amassado.\nE sem nota.');
    const version = consentVersion(product);
    await expect(shown('Consentimento')).toHaveText(new RegExp(`^Texto ${version}, .*\\d{4}`));
    await expect(shown('Consentimento')).toHaveAttribute('title', 'Concordo com o uso dos meus dados.');
    const [stored] = product.rows<{ answers: string }>('select answers from attendance_interactions');
    const kept = JSON.parse(stored?.answers ?? '[]') as FormAnswer[];
    expect(kept.map(({ fieldId }) => fieldId)).toEqual(
      expect.arrayContaining(['assunto', 'pedido', 'cliente', 'relato']),
    );
  });

  test('[W5] a consent that is only shown asks for no tick, and each change of its text is a version', async ({
    agent,
    product,
    visitor,
  }) => {
    const { consent } = FORM;
    const line = { ...consent, needsCheck: false };
    await changeShop(product, { form: { ...FORM, fields: FORM.fields.slice(0, 1), consent: line } });
    const first = consentVersion(product);
    const text = say('Guardamos a conversa: https://loja.exemplo/privacidade');
    await changeShop(product, ({ form }) => ({ form: { ...form, consent: { ...form.consent, text } } }));
    expect(consentVersion(product)).toBe(first + 1);

    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.openPanel();
    await expect(carla.panel.getByText('Guardamos a conversa:')).toBeVisible();
    await expect(carla.panel.getByRole('link', { name: 'https://loja.exemplo/privacidade' })).toBeVisible();
    await expect(carla.panel.getByRole('checkbox')).toHaveCount(0);
    await carla.panel.getByRole('textbox', { name: 'Nome' }).fill('Carla Nogueira');
    await carla.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await expect(carla.message).toBeVisible();
    await ana.open('Carla Nogueira');
    const notice = ana.page.locator('dt', { hasText: 'Aviso de privacidade' }).locator('+ dd');
    await expect(notice).toHaveText(new RegExp(`^Texto ${first + 1}, `));
  });
});

/** One field of each type by the palette: conditional, on some channels, and a consent to tick. */
async function build(page: Page): Promise<void> {
  const palette = page.getByRole('group', { name: 'Adicionar campo' });
  const add = async (preset: string, label?: string): Promise<void> => {
    await palette.getByRole('button', { name: preset, exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Rótulo' })).toBeFocused();
    if (label !== undefined) await page.keyboard.insertText(label);
  };
  for (const preset of ['Nome', 'E-mail', 'Telefone', 'CPF']) await add(preset);
  await add('Escolha', 'Assunto');
  await page.getByRole('textbox', { name: 'Opção 1' }).fill('Compra');
  await page.getByRole('textbox', { name: 'Opção 2' }).fill('Troca');
  await add('Caixa de marcar', 'Já sou cliente');
  await add('Texto curto', 'Número do pedido');
  await choose(page, 'Quando perguntar', 'Conforme Assunto');
  await choose(page, 'Se a resposta for', 'Troca');
  await add('Texto longo', 'Conte o que houve');
  await page
    .getByRole('group', { name: 'Canais em que é perguntado' })
    .getByRole('checkbox', { name: 'Voz' })
    .click();
  await page
    .getByRole('group', { name: 'Canais em que é perguntado' })
    .getByRole('checkbox', { name: 'Vídeo' })
    .click();
  await add('Texto curto', 'O que quer mostrar?');
  await page
    .getByRole('group', { name: 'Canais em que é perguntado' })
    .getByRole('checkbox', { name: 'Chat' })
    .click();
  await page
    .getByRole('group', { name: 'Canais em que é perguntado' })
    .getByRole('checkbox', { name: 'Voz' })
    .click();
}

function consentVersion(product: Product): number {
  const [row] = product.rows<{ version: number }>(
    `select json_extract(form, '$.consent.version') as version from attendance_sites where key = 'loja-demo'`,
  );
  return row?.version ?? -1;
}

/** The panel's own document. */
async function frameOf(page: Page) {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('the widget has no frame');
  return frame;
}
