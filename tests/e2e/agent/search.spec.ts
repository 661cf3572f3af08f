import { expectAccessible, expectNarrow } from '../support/screens/accessible';
import { callPanel } from '../support/people/agent';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';
import { attend, expectIndexed, SearchScreen } from '../support/search';

/** [S6] A row is called by who it is and how it stands; the clock that ticks in it, and the line beneath, are not part of its name. */
const ROWS = { rule: 'label-content-name-mismatch', part: /data-interaction-row/ };
const CARLA = {
  name: 'Carla Nogueira',
  email: 'carla.n@exemplo.com',
  says: 'Minha encomenda não chegou à estação',
  answer: 'Vou falar com a transportadora agora',
  note: 'Prefere contato à tardinha',
  tag: 'Revenda',
};
const RAFAEL = { name: 'Rafael Prado', says: 'Quero trocar o tênis' };

async function makeTag({ url }: Product, name: string): Promise<void> {
  const body = { name, colour: '#15803d', isArchived: false };
  await callPanel(url, 'admin', { path: '/tags', method: 'POST', body });
}

const protocolOf = (product: Product, name: string): string => {
  const [row] = product.rows<{ protocol: string }>(
    `select i.protocol_number as protocol from attendance_interactions i
      join attendance_visitors v on v.id = i.visitor_id where v.name = ?`,
    name,
  );
  return row?.protocol ?? 'none';
};

test.describe('the search over past interactions', () => {
  test('[A8] [C9] [Z85] [Z86] finds by name, word, note, tag and protocol, and shows where in the whole conversation', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(180_000);
    await makeTag(product, 'Revenda');
    const ana = await agent('ana');
    await ana.goOnline();
    const search = new SearchScreen(ana.page);
    await search.open();
    await expect(ana.page.getByText('Ainda não há interações passadas.', { exact: false })).toBeVisible();
    await ana.page.getByRole('button', { name: 'Fechar a busca' }).click();
    await expect(search.pane).toBeHidden();

    await attend(ana, { visitor: await visitor(), ...CARLA });
    await attend(ana, { visitor: await visitor(), ...RAFAEL });
    await expectIndexed(product);
    // Nothing asked yet: the newest.
    await search.open();
    await search.expectRows([RAFAEL.name, CARLA.name]);
    await expect(search.pane.getByRole('status')).toHaveText('As mais recentes');

    await search.find('nogu', [CARLA.name]);
    await expect(search.row(/Carla/).locator('mark')).toHaveText(['Nogu']);
    await search.find('carla.n@', [CARLA.name]);
    await search.find(protocolOf(product, RAFAEL.name), [RAFAEL.name]);
    await expect(search.pane.getByRole('status')).toHaveText('1 interação encontrada');
    await search.find('revenda', [CARLA.name]);
    // Without its accents, and by its beginning; each word must be there.
    await search.find('nogueira chegou', [CARLA.name]);
    await search.find('rafael chegou', []);
    await search.find('estac', [CARLA.name]);
    await expect(search.row(/Carla/)).toContainText('Carla Nogueira: Minha encomenda não chegou à estação');
    await expect(search.row(/Carla/).locator('mark')).toHaveText(['estaç']);
    await search.row(/Carla/).click();
    await expect(search.transcript.locator('mark')).toHaveText(['estaç']);
    await expect(search.transcript.getByText(CARLA.answer)).toBeVisible();
    await expect(search.transcript.getByText(CARLA.note)).toBeVisible();
    for (const fact of ['Chat', 'Ana Martins', protocolOf(product, CARLA.name), 'Revenda', CARLA.email])
      await expect(search.details.getByText(fact).first()).toBeVisible();
    await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await search.details.getByRole('button', { name: 'Copiar o protocolo' }).click();
    await expect(search.details.getByText('Protocolo copiado')).toBeAttached();
    expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toBe(
      protocolOf(product, CARLA.name),
    );

    // A note is the team's, and looks like it.
    await search.find('tardinha', [CARLA.name]);
    await expect(search.row(/Carla/)).toContainText('Nota de Ana Martins: Prefere contato à tardinha');
    await search.row(/Carla/).click();
    await expect(search.transcript.locator('mark')).toHaveText(['tardinha']);

    // Nothing; and what is searched stands neither in the address nor in a store.
    await search.field.fill('tardinha rafael');
    await expect(ana.page.getByText('Cada palavra precisa aparecer', { exact: false })).toBeVisible();
    expect(ana.page.url()).toMatch(/\/attendance\?view=search$/);
    expect(
      await ana.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
    ).not.toContain('tardinha');
    await ana.page.reload();
    await expect(search.field).toHaveValue('');
    await search.expectRows([RAFAEL.name, CARLA.name]);
  });

  test('[A8] is narrowed by period, channel, tag and agent, and widened again', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(180_000);
    await makeTag(product, 'Revenda');
    const [ana, bruno] = [await agent('ana'), await agent('bruno')];
    await ana.goOnline();
    await attend(ana, { visitor: await visitor(), ...CARLA });
    await ana.goOffline();
    await bruno.goOnline();
    await attend(bruno, { visitor: await visitor(), ...RAFAEL });
    // Long ago, and by voice.
    product.sql(
      `update attendance_interactions set waiting_since = waiting_since - 864000000, channel = 'voice'
        where protocol_number = ?`,
      protocolOf(product, CARLA.name),
    );
    await expectIndexed(product);

    // Whoever had no part in it does not find it; whoever supervises does.
    const anas = new SearchScreen(ana.page);
    await anas.open();
    await anas.expectRows([CARLA.name]);
    await anas.find('rafael', []);
    await expect(ana.page.getByText('Você encontra as interações que abriu', { exact: false })).toBeVisible();
    await expect(anas.filter('Atendente')).toBeHidden();

    const sofia = await agent('sofia');
    const search = new SearchScreen(sofia.page);
    await search.open();
    await search.expectRows([RAFAEL.name, CARLA.name]);
    await search.choose('Período', 'Últimos 7 dias');
    await search.expectRows([RAFAEL.name]);
    await search.choose('Período', 'Últimos 30 dias');
    await search.expectRows([RAFAEL.name, CARLA.name]);
    await search.choose('Canal', 'Voz');
    await search.expectRows([CARLA.name]);
    await expect(search.row(/^Voz/)).toBeVisible();
    await search.choose('Período', 'Hoje');
    await search.expectRows([]);
    await expect(sofia.page.getByText('Nada encontrado com estes filtros.')).toBeVisible();
    await sofia.page.getByRole('button', { name: 'Limpar filtros' }).first().click();
    await search.expectRows([RAFAEL.name, CARLA.name]);

    await search.filter('Etiquetas').click();
    await sofia.page.getByRole('option', { name: 'Revenda' }).click();
    await sofia.page.keyboard.press('Escape');
    await search.expectRows([CARLA.name]);
    // Esc closed the list alone.
    await expect(search.pane).toBeVisible();
    await sofia.page.getByRole('button', { name: 'Limpar filtro: Revenda' }).click();
    await search.expectRows([RAFAEL.name, CARLA.name]);
    await search.choose('Atendente', 'Bruno Lima');
    await search.expectRows([RAFAEL.name]);
    await search.row(/Rafael/).click();
    await expect(search.transcript.getByText(RAFAEL.says)).toBeVisible();
    await search.choose('Período', 'Escolher datas');
    // By the clock of the browsers, which is behind that of the machine for some hours of a night.
    const inSaoPaulo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' });
    const day = inSaoPaulo.format(Date.now() - 864_000_000);
    await search.choose('Atendente', 'Todos os atendentes');
    await sofia.page.getByLabel('Até', { exact: true }).fill(day);
    await search.expectRows([CARLA.name]);
    await sofia.page.getByLabel('De', { exact: true }).fill(day);
    await search.expectRows([CARLA.name]);
  });

  test('[A8] [A7] [S7] [Z85] whoever calls meanwhile is one press away, and the search is found again as it was', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(150_000);
    product.sql('update attendance_settings set ring_ms = 0');
    const ana = await agent('ana');
    await ana.goOnline();
    await attend(ana, { visitor: await visitor(), ...RAFAEL });
    await expectIndexed(product);
    const search = new SearchScreen(ana.page);
    const { keyboard } = ana.page;

    // By keyboard alone.
    await keyboard.press('Alt+b');
    await expect(search.field).toBeFocused();
    await keyboard.type('tenis');
    await search.expectRows([RAFAEL.name]);
    await expect(search.pane.getByRole('status')).toHaveText('1 interação encontrada');
    await keyboard.press('ArrowDown');
    await expect(search.row(/Rafael/)).toBeFocused();
    await keyboard.press('Enter');
    await expect(search.transcript.locator('mark')).toHaveText(['tênis']);
    await expect(search.row(/Rafael/)).toHaveAttribute('aria-current', 'true');
    await keyboard.press('ArrowUp');
    await expect(search.field).toBeFocused();

    const bento = await visitor();
    await bento.start({ name: 'Bento Lima' });
    await expect(ana.row('Bento Lima', 'Nova, não aberta')).toBeVisible();
    await expect(search.field).toHaveValue('tenis');
    await ana.open('Bento Lima');
    await expect(search.pane).toBeHidden();
    await ana.message.fill('ainda por enviar');

    // Back in the browser's history, and once more by the palette.
    await ana.page.goBack();
    await expect(search.field).toHaveValue('tenis');
    await search.expectRows([RAFAEL.name]);
    await expect(search.transcript.locator('mark')).toHaveText(['tênis']);
    await keyboard.press('Escape');
    await expect(search.field).toHaveValue('');
    await search.expectRows([RAFAEL.name]);
    await keyboard.press('Escape');
    await expect(search.pane).toBeHidden();
    await expect(ana.message).toHaveValue('ainda por enviar');
    await keyboard.press('Control+k');
    await keyboard.type('buscar inter');
    await keyboard.press('Enter');
    await expect(search.field).toBeFocused();
    await ana.page.goBack();
    await expect(ana.message).toBeVisible();
    await ana.send('Oi, Bento!');
    await expect(bento.bubble('Oi, Bento!')).toBeVisible();
  });

  test('[A7] [A8] in the light, in the dark, between 768 and 1023 px and on a phone', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(180_000);
    product.sql('update attendance_settings set ring_ms = 0');
    await makeTag(product, 'Revenda');
    const ana = await agent('ana');
    await ana.goOnline();
    await attend(ana, { visitor: await visitor(), ...CARLA });
    await attend(ana, { visitor: await visitor(), ...RAFAEL });
    await expectIndexed(product);
    const { page } = ana;
    const search = new SearchScreen(page);
    await search.open();
    await search.find('tardinha', [CARLA.name]);
    await search.row(/Carla/).click();
    await expect(search.transcript.getByText(CARLA.note)).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, { meant: [ROWS] });
    }
    await search.find('tardinha rafael', []);
    await expectAccessible(page, { meant: [ROWS] });
    await page.emulateMedia({ colorScheme: 'light' });
    await search.find('encomenda', [CARLA.name]);

    // One at a time, in the place of each other; the keyboard goes on where it was.
    await page.setViewportSize({ width: 900, height: 740 });
    await expect(search.pane).toBeHidden();
    await page.getByRole('button', { name: 'Voltar aos resultados' }).click();
    await expect(search.row(/Carla/)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Voltar aos resultados' })).toBeFocused();
    await expect(search.transcript.locator('mark')).toHaveText(['encomenda']);
    await expectAccessible(page, { meant: [ROWS] });

    await page.setViewportSize({ width: 360, height: 740 });
    await expect(search.details).toBeVisible();
    await expectNarrow(page);
    await expectAccessible(page, { within: 'main', meant: [ROWS] });
    await page.keyboard.press('Escape');
    await expect(search.field).toHaveValue('encomenda');
    await expectNarrow(page);
    await expectAccessible(page, { within: 'main', meant: [ROWS] });
    // The list is not on screen here: who calls is told in the search.
    await (await visitor()).start({ name: 'Bento Lima' });
    // Strapi's own colour of a button beneath the pointer has 3.5:1.
    await page.mouse.move(0, 0);
    await expect(search.pane.getByText('Nova interação: Bento Lima')).toBeVisible();
    await expectAccessible(page, { within: 'main', meant: [ROWS] });
    await search.row(/Carla/).click();
    await expect(search.transcript.getByText(CARLA.answer)).toBeVisible();
    await expect(search.details.getByText('Nova interação: Bento Lima')).toBeInViewport();
    // The browser's own back leads to the results as the arrow does, and not out of the search.
    await page.goBack();
    await expect(search.row(/Carla/)).toBeFocused();
    await expect(search.field).toHaveValue('encomenda');
    await search.row(/Carla/).click();
    await expect(search.transcript.getByText(CARLA.answer)).toBeVisible();
    await page.getByRole('button', { name: 'Atender', exact: true }).click();
    await expect(ana.message).toBeVisible();
  });

  test('[A8] [Z86] a long conversation opens around what was found, and can be read on in both directions', async ({
    agent,
    product,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: CARLA.name });
    await carla.send('Primeira linha de todas');
    await ana.open(CARLA.name);
    await expect(ana.bubble('Primeira linha de todas')).toBeVisible();
    await ana.end();
    const [talk] = product.rows<{ id: number; last: number; at: number }>(
      `select interaction_id as id, max(sequence) as last, max(sent_at) as at from attendance_messages`,
    );
    if (talk === undefined) throw new Error('nothing was written');
    for (let line = 1; line <= 300; line += 1)
      product.sql(
        `insert into attendance_messages (interaction_id, sequence, side, client_message_id, agent_name, body, sent_at)
          values (?, ?, 'visitor', ?, '', ?, ?)`,
        talk.id,
        talk.last + line,
        `long-transcript-${line}`,
        line === 150 ? 'No meio disso, uma jabuticaba' : `Linha ${line}`,
        talk.at + line,
      );
    product.sql(
      `update attendance_interactions set search_version = null, last_sequence = ?`,
      talk.last + 300,
    );
    await expectIndexed(product);
    const search = new SearchScreen(ana.page);
    await search.open();
    await search.find('jabuticaba', [CARLA.name]);
    await search.row(/Carla/).click();
    await expect(search.transcript.locator('mark')).toBeInViewport();
    await expect(search.transcript.getByText(/Linha 149$/)).toBeInViewport();
    await expect(search.transcript.getByText(/Linha 300$/)).toHaveCount(0);
    await search.transcript.getByRole('button', { name: 'Carregar seguintes' }).click();
    await expect(search.transcript.getByText(/Linha 300$/)).toBeAttached();
    await expect(search.transcript.getByRole('button', { name: 'Carregar seguintes' })).toBeHidden();
    const earlier = search.transcript.getByRole('button', { name: 'Carregar anteriores' });
    await earlier.click();
    await expect(search.transcript.getByText(/Linha 20$/)).toBeAttached();
    await earlier.click();
    await expect(search.transcript.getByText('Primeira linha de todas')).toBeAttached();
    await expect(earlier).toBeHidden();

    // Gone meanwhile: said plainly.
    await search.find('', [CARLA.name]);
    product.sql(`delete from attendance_messages`);
    product.sql(`delete from attendance_assignments`);
    product.sql(`delete from attendance_interactions`);
    await search.row(/Carla/).click();
    await expect(search.details.getByText('Esta interação não existe mais', { exact: false })).toBeVisible();
  });

  test('[A8] [Z86] without a connection it says so, keeps what was found, and goes on by itself', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const ana = await agent('ana');
    await ana.goOnline();
    await attend(ana, { visitor: await visitor(), ...RAFAEL });
    await expectIndexed(product);
    const search = new SearchScreen(ana.page);
    await search.open();
    await search.expectRows([RAFAEL.name]);
    await product.kill();
    await expect(ana.page.getByText('Sem conexão.', { exact: false })).toBeVisible();
    await search.field.fill('tenis');
    await expect(search.pane.getByText('Não foi possível buscar.')).toBeVisible();
    await expect(search.row(/Rafael/)).toBeVisible();
    await expect(search.pane.getByRole('button', { name: 'Tentar de novo' })).toBeVisible();
    await product.start();
    await expect(search.row(/Rafael/).locator('mark')).toHaveText(['tênis'], { timeout: 20_000 });
    await expect(search.pane.getByText('Não foi possível buscar.')).toBeHidden();
  });
});
