import type { Locator, Page } from '@playwright/test';

import { expectAccessible, expectNarrow } from '../support/screens/accessible';
import { callPanel, type AgentScreen } from '../support/people/agent';
import { expect, test } from '../support/fixtures';
import { choose, save, SETTINGS } from '../support/settings';

/** A page of the settings: what is changed on it, how that is seen again, and what the record says of it. */
interface Place {
  readonly title: string;
  change(page: Page): Promise<void>;
  /** After a reload. */
  isThere(page: Page): Promise<void>;
  /** Of the record: what was done, and one of the fields with what it is now. */
  readonly noted: { readonly what: string | RegExp; readonly field: string | RegExp; readonly now: string };
}

const box = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('textbox', { name, exact: typeof name === 'string' });

/** Adds an entry to a list by its dialog. */
async function addBy(page: Page, button: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog', { name: button });
  await fill(dialog);
  await expectAccessible(page, { within: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Salvar' }).click();
  await expect(dialog).toBeHidden();
}

const GENERAL: Place = {
  title: 'Geral',
  change: async (page) => {
    await box(page, /^Tempo de toque/).fill('700');
    await expect(page.getByText('De 0 a 600.')).toBeVisible();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(box(page, /^Tempo de toque/)).toBeFocused();
    await box(page, /^Tempo de toque/).fill('45');
    await box(page, /^Tempo que o cliente tem para voltar/).fill('120');
    await save(page);
  },
  isThere: async (page) => {
    await expect(box(page, /^Tempo de toque/)).toHaveValue('45');
    await expect(box(page, /^Tempo que o cliente tem para voltar/)).toHaveValue('120');
  },
  noted: { what: 'Geral: alterado', field: 'Tempo de toque', now: '45 s' },
};

const HOURS: Place = {
  title: 'Horários',
  change: async (page) => {
    await page.getByLabel('segunda-feira, início').fill('08:30');
    await page.getByRole('button', { name: 'Adicionar data' }).click();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(box(page, 'Nome')).toBeFocused();
    await box(page, 'Nome').fill('Natal');
    await page.getByLabel('Data', { exact: true }).fill('2026-12-25');
    await page.getByRole('checkbox', { name: 'Todo ano' }).click();
    await save(page);
  },
  isThere: async (page) => {
    await expect(page.getByLabel('segunda-feira, início')).toHaveValue('08:30');
    await expect(box(page, 'Nome')).toHaveValue('Natal');
    await expect(page.getByRole('checkbox', { name: 'Todo ano' })).toBeChecked();
  },
  noted: { what: 'Horários: alterado', field: /^Data especial \d+ · Nome$/, now: 'Natal' },
};

const DEPARTMENTS: Place = {
  title: 'Departamentos',
  change: (page) =>
    addBy(page, 'Novo departamento', async (dialog) => {
      await box(dialog, 'Nome').fill('Pós-venda');
      await expect(box(dialog, 'Chave')).toHaveValue('pos-venda');
      await dialog.getByRole('checkbox').first().click();
    }),
  isThere: async (page) => {
    const row = page.getByRole('button', { name: /Pós-venda/ });
    await expect(row).toContainText('pos-venda');
    await expect(row).toContainText('1 atendente');
  },
  noted: { what: /^Departamento: (criado|alterado) · Pós-venda/, field: /^(Atendentes|Nome)$/, now: '' },
};

const AGENTS: Place = {
  title: 'Atendentes',
  change: async (page) => {
    await page.getByRole('button', { name: /admin@demo\.local/ }).click();
    const dialog = page.getByRole('dialog', { name: 'admin@demo.local' });
    await box(dialog, 'Nome público').fill('Alice');
    await box(dialog, 'Chats ao mesmo tempo').fill('7');
    await dialog.getByRole('checkbox', { name: 'Vídeo' }).click();
    await expectAccessible(page, { within: '[role=dialog]' });
    await dialog.getByRole('button', { name: 'Salvar' }).click();
    await expect(dialog).toBeHidden();
  },
  isThere: async (page) => {
    await page.getByRole('button', { name: /^Alice/ }).click();
    const dialog = page.getByRole('dialog', { name: 'admin@demo.local' });
    await expect(box(dialog, 'Chats ao mesmo tempo')).toHaveValue('7');
    await expect(dialog.getByRole('checkbox', { name: 'Vídeo' })).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Cancelar' }).click();
  },
  noted: { what: /^Atendente: alterado/, field: 'Nome público', now: 'Alice' },
};

const PRIVACY: Place = {
  title: 'Privacidade',
  change: async (page) => {
    await box(page, /^Registro de alterações/).fill('30');
    await expect(page.getByText('De 180 a 3650.')).toBeVisible();
    await box(page, /^Registro de alterações/).fill('365');
    await box(page, /^Endereços IP/).fill('90');
    await page.getByRole('button', { name: 'Salvar' }).click();
    const asked = page.getByRole('alertdialog', { name: 'Apagar dados antigos?' });
    await expect(asked).toContainText('nada é apagado por enquanto');
    await expectAccessible(page, { within: '[role=alertdialog]' });
    await asked.getByRole('button', { name: 'Salvar' }).click();
    await expect(page.getByRole('button', { name: 'Salvo' })).toBeVisible();
  },
  isThere: async (page) => {
    await expect(box(page, /^Registro de alterações/)).toHaveValue('365');
    await expect(box(page, /^Endereços IP/)).toHaveValue('90');
  },
  noted: { what: 'Retenção: alterado', field: 'Endereços IP', now: '90 dias' },
};

const CANNED: Place = {
  title: 'Respostas rápidas',
  change: (page) =>
    addBy(page, 'Nova resposta rápida', async (dialog) => {
      await dialog.getByRole('button', { name: 'Salvar' }).click();
      await expect(box(dialog, 'Atalho')).toHaveAccessibleDescription(/Preencha\./);
      await box(dialog, 'Atalho').fill('prazo');
      await box(dialog, 'Título').fill('Prazo de entrega');
      await box(dialog, 'Texto').fill('Olá {{visitor.firstName|cliente}}, chega em 3 dias.');
      await expect(dialog.getByText('Olá Carla, chega em 3 dias.')).toBeVisible();
    }),
  isThere: async (page) => {
    await expect(page.getByRole('list', { name: 'Respostas rápidas' })).toContainText('/prazo');
  },
  noted: { what: /^Resposta rápida: criado/, field: 'Atalho', now: 'prazo' },
};

const TAGS: Place = {
  title: 'Etiquetas',
  change: (page) =>
    addBy(page, 'Nova etiqueta', async (dialog) => {
      await box(dialog, 'Nome').fill('Frete');
      await dialog.getByRole('radio').nth(4).click();
    }),
  isThere: async (page) => {
    const tag = page.getByRole('list', { name: 'Etiquetas' }).getByText('Frete', { exact: true });
    await expect(tag).toBeVisible();
  },
  noted: { what: /^Etiqueta: criado/, field: 'Cor', now: '#be185d' },
};

const FIELDS: Place = {
  title: 'Campos personalizados',
  change: (page) =>
    addBy(page, 'Novo campo', async (dialog) => {
      await box(dialog, /^Nome em português/).fill('Plano');
      await choose(dialog, 'Tipo', 'Escolha');
      await box(dialog, 'Opções').fill('Básico\nCompleto');
    }),
  isThere: async (page) => {
    await page.getByRole('button', { name: 'Editar Plano' }).click();
    const dialog = page.getByRole('dialog', { name: 'Editar campo' });
    await expect(box(dialog, 'Opções')).toHaveValue('Básico\nCompleto');
    await dialog.getByRole('button', { name: 'Cancelar' }).click();
  },
  noted: { what: /^Campo personalizado: criado/, field: 'Tipo', now: 'Escolha' },
};

const MEDIA: Place = {
  title: 'Voz e vídeo',
  change: async (page) => {
    await box(page, 'Servidores STUN e TURN').fill('stun.exemplo.com');
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(box(page, 'Servidores STUN e TURN')).toBeFocused();
    await expect(page.getByText('Há uma linha que não é um endereço', { exact: false })).toBeVisible();
    await box(page, 'Servidores STUN e TURN').fill('stun:stun.exemplo.com:3478');
    await choose(page, 'Qualidade máxima da imagem', '360p');
    await save(page);
  },
  isThere: async (page) => {
    await expect(box(page, 'Servidores STUN e TURN')).toHaveValue('stun:stun.exemplo.com:3478');
    await expect(page.getByRole('combobox', { name: 'Qualidade máxima da imagem' })).toHaveText('360p');
  },
  noted: { what: 'Voz e vídeo: alterado', field: 'Qualidade máxima da imagem', now: '360p' },
};

const APPEARANCE: Place = {
  title: 'Aparência',
  change: async (page) => {
    await page.getByRole('switch', { name: 'Receber a conversa por e-mail' }).click();
    await expect(
      page.getByText('O Strapi ainda não tem um provedor de e-mail', { exact: false }),
    ).toBeVisible();
    await box(page, 'Distância de baixo, em px').fill('64');
    await save(page);
  },
  isThere: async (page) => {
    await expect(box(page, 'Distância de baixo, em px')).toHaveValue('64');
    await expect(page.getByRole('switch', { name: 'Receber a conversa por e-mail' })).toBeChecked();
  },
  noted: { what: /^Site: alterado/, field: 'Distância de baixo, em px', now: '64' },
};

const FORM: Place = {
  title: 'Formulário',
  change: async (page) => {
    await page.getByRole('group', { name: 'Adicionar campo' }).getByRole('button', { name: 'CPF' }).click();
    await save(page);
  },
  isThere: async (page) => {
    await expect(page.getByRole('list', { name: 'Campos' }).getByText('CPF').first()).toBeVisible();
  },
  noted: { what: /^Site: alterado/, field: /^Campo “CPF” · Tipo$/, now: 'CPF' },
};

const SITE: Place = {
  title: 'Dados do site',
  change: async (page) => {
    await box(page, 'Nome do site').fill('Loja de verdade');
    await page.getByRole('checkbox', { name: 'espanhol' }).click();
    await save(page);
  },
  isThere: async (page) => {
    await expect(box(page, 'Nome do site')).toHaveValue('Loja de verdade');
    await expect(page.getByRole('checkbox', { name: 'espanhol' })).not.toBeChecked();
  },
  noted: { what: /^Site: alterado/, field: 'Nome do site', now: 'Loja de verdade' },
};

/** Each on one signed-in page, from one to the next as an admin goes. */
const TOURS: readonly [name: string, rules: string, places: readonly Place[]][] = [
  ['of everybody', '[R10] [R13] [P1] [Z38] [Z43]', [GENERAL, HOURS, PRIVACY]],
  ['of people and calls', '[R2] [R11] [F3] [M3] [Z38]', [DEPARTMENTS, AGENTS, MEDIA]],
  ['of tools', '[A4] [C8] [C9]', [CANNED, TAGS, FIELDS]],
  ['of a site', '[F1] [F2] [F5] [Z27]', [APPEARANCE, FORM, SITE]],
];

const tag = { name: 'Frete', colour: '#15803d', isArchived: false };

/** The page by a screen reader's rules in the light and in the dark, and on a phone. */
async function expectFit(page: Page): Promise<void> {
  await expectAccessible(page, { within: 'main' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('body')).not.toHaveCSS('background-color', 'rgb(246, 246, 249)');
  await expectAccessible(page, { within: 'main' });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNarrow(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Who, what, and the field with its new value, in the newest entry of the record. */
async function expectNoted(page: Page, { field, now, what }: Place['noted']): Promise<void> {
  await page.getByRole('link', { name: 'Registro de alterações' }).click();
  const entry = page.locator('main details').first();
  await expect(entry.locator('summary')).toContainText(what);
  await expect(entry.locator('summary')).toContainText('Administração Demo');
  await entry.locator('summary').click();
  const change = entry.locator('dt', { hasText: field }).first();
  await expect(change).toBeVisible();
  await expect(change.locator('+ dd')).toContainText(now);
}

test.describe('the settings pages', () => {
  for (const [name, rules, places] of TOURS)
    test(`[A7] [Z40] ${rules} ${name}: what is changed is there after a reload, noted, and fits everybody`, async ({
      agent,
      product,
    }) => {
      const { page } = await agent('admin', { path: `${SETTINGS}/audit` });
      for (const place of places)
        await test.step(place.title, async () => {
          if (place === SITE) await page.goto(`${product.url}${SETTINGS}/sites/1`);
          else await page.getByRole('link', { name: place.title, exact: true }).click();
          await expect(page.getByRole('heading', { name: place.title, level: 1 })).toBeVisible();
          await place.change(page);
          await page.reload();
          await place.isThere(page);
          await expectFit(page);
          await expectNoted(page, place.noted);
        });
    });

  test('[A7] [F7] [Z40] Registro de alterações, Instalação, Sites and Verificação fit everybody, and the record is looked through', async ({
    agent,
    product,
  }) => {
    await callPanel(product.url, 'admin', { path: '/tags', method: 'POST', body: tag });
    const { page } = await agent('admin', { path: `${SETTINGS}/audit` });
    const entries = page.locator('main details');
    await choose(page, 'O quê', 'Etiqueta');
    await expect(entries.first()).toContainText('Etiqueta: criado · Frete');
    await choose(page, 'Quem', 'Administração Demo');
    await expect(entries).not.toHaveCount(0);
    await choose(page, 'O quê', 'Retenção');
    await expect(page.getByText('Nenhuma alteração com estes filtros.').or(entries.first())).toBeVisible();
    await expectFit(page);
    for (const title of ['Instalação', 'Sites', 'Verificação']) {
      await page.getByRole('link', { name: title, exact: true }).click();
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
      await expectFit(page);
    }
  });
});

test('[Z9] of two admins who change the same, the second is told: on a page, in a list, and in a dialog of its own', async ({
  agent,
  product,
}) => {
  await callPanel(product.url, 'admin', { path: '/tags', method: 'POST', body: tag });
  const department = { key: 'vendas', name: 'Vendas' };
  await callPanel(product.url, 'admin', { path: '/departments', method: 'POST', body: department });
  const path = `${SETTINGS}/general`;
  const [first, second] = [await agent('admin', { path }), await agent('admin', { path })];
  const both = [first, second];
  const goTo = async (title: string): Promise<void> => {
    for (const { page } of both) await page.getByRole('link', { name: title, exact: true }).click();
  };

  const capacity = ({ page }: AgentScreen) => box(page, /^Chats ao mesmo tempo/);
  await capacity(first).fill('5');
  await capacity(second).fill('6');
  await save(first.page);
  await second.page.getByRole('button', { name: 'Salvar' }).click();
  await expect(second.page.getByText('Outra pessoa mudou isto', { exact: false })).toBeVisible();
  await expect(capacity(second)).toHaveValue('6');
  await second.page.getByRole('button', { name: 'Recarregar' }).click();
  await expect(capacity(second)).toHaveValue('5');

  await goTo('Etiquetas');
  for (const { page } of both) await page.getByRole('button', { name: 'Editar Frete' }).click();
  const renameTag = async ({ page }: AgentScreen, name: string): Promise<Locator> => {
    const dialog = page.getByRole('dialog', { name: 'Editar etiqueta' });
    await box(dialog, 'Nome').fill(name);
    await dialog.getByRole('button', { name: 'Salvar' }).click();
    return dialog;
  };
  await expect(await renameTag(first, 'Entrega')).toBeHidden();
  const refused = await renameTag(second, 'Envio');
  await expect(refused).toContainText('Outra pessoa mudou isto');
  await refused.getByRole('button', { name: 'Recarregar' }).click();
  await expect(refused).toBeHidden();
  await expect(second.page.getByRole('button', { name: 'Editar Entrega' })).toBeVisible();

  await goTo('Departamentos');
  for (const { page } of both) await page.getByRole('button', { name: /^Vendas/ }).click();
  const rename = async ({ page }: AgentScreen, name: string): Promise<Locator> => {
    const dialog = page.getByRole('dialog', { name: 'Vendas' });
    await box(dialog, 'Nome').fill(name);
    await dialog.getByRole('button', { name: 'Salvar' }).click();
    return dialog;
  };
  await expect(await rename(first, 'Compras')).toBeHidden();
  await expect(await rename(second, 'Loja')).toContainText('alguém mudou este enquanto você editava');
});
