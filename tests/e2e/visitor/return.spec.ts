import { expect, test } from '../support/fixtures';

const CARLA = { name: 'Carla Nogueira' };

test.describe('the visitor comes back', () => {
  test('[P1] [P2] [S3] a page change is away in grey, and the next page resumes with everything', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await carla.send('Quero a cafeteira');
    await ana.send('Qual tamanho?');
    await expect(carla.bubble('Qual tamanho?')).toBeVisible();
    await carla.message.fill('A de 600 ml, mas');
    // The page has each change as soon as the panel's message reaches it; a test would be gone before, as no person can be.
    await expect.poll(() => carla.savedDraft(), { timeout: 1_000 }).toBe('A de 600 ml, mas');

    await carla.page.goto('about:blank');
    await expect(ana.row('Carla Nogueira', 'Ausente')).toBeVisible();
    await expect(ana.page.getByText(/O cliente saiu da página/).first()).toBeVisible();

    await carla.visit('/cafeteira');
    await expect(carla.bubble('Quero a cafeteira')).toHaveCount(1);
    await expect(carla.bubble('Qual tamanho?')).toHaveCount(1);
    await expect(carla.message).toHaveValue('A de 600 ml, mas');
    await expect(ana.row('Carla Nogueira', 'Sem pendência')).toBeVisible();
    await expect(ana.log.getByText(/O cliente está em/).first()).toBeVisible();
    await carla.message.press('End');
    await carla.message.pressSequentially(' em azul');
    await carla.message.press('Enter');
    await expect(ana.bubble('A de 600 ml, mas em azul')).toHaveCount(1);
  });

  test('[P2] [P6] resumes in another tab of the same browser', async ({ agent, visitor }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await ana.send('Oi!');
    await expect(carla.bubble('Oi!')).toBeVisible();
    const second = await carla.openTab('/caneca');
    await expect(second.bubble('Oi!')).toHaveCount(1);
    await carla.page.close();
    await second.send('Mudei de aba');
    await expect(ana.bubble('Mudei de aba')).toHaveCount(1);
    await expect(ana.row('Carla Nogueira', 'Cliente aguardando')).toBeVisible();
  });

  test('[P3] gone for longer than the persistence time: yellow, and a new interaction of a known visitor', async ({
    agent,
    visitor,
    product,
  }) => {
    product.sql('update attendance_settings set persistence_ms = 10000');
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    await carla.send('Já volto');
    await expect(ana.bubble('Já volto')).toBeVisible();
    await carla.page.goto('about:blank');
    await expect(ana.row('Carla Nogueira', 'Ausente')).toBeVisible();
    await expect(ana.row('Carla Nogueira', 'Cliente encerrou')).toBeVisible({ timeout: 13_000 });
    await ana.end();

    await carla.visit('/');
    await carla.openPanel();
    await expect(carla.panel.getByText('O atendimento terminou porque você saiu da página.')).toBeVisible();
    await carla.panel.getByRole('button', { name: 'Novo atendimento' }).click();
    // Whatever the form requires is known of her: it is not shown again.
    await carla.panel.getByRole('button', { name: 'Chat', exact: true }).click();
    await expect(carla.message).toBeVisible();
    await expect(carla.log.getByText('Já volto')).toHaveCount(0);
    await ana.open('Carla Nogueira');
    await expect(ana.page.getByText('Primeira vez aqui.')).toBeHidden();
    expect(product.rows('select id from attendance_visitors')).toHaveLength(1);
    expect(product.rows('select id from attendance_interactions')).toHaveLength(2);
  });

  test('[P1] [P4] 90 s are 90 s: back at 89 s is the same interaction, at 91 s it is over', async ({
    agent,
    visitor,
    product,
  }) => {
    test.setTimeout(150_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const early = await visitor();
    await early.start({ name: 'Alice' });
    const late = await visitor();
    await late.start({ name: 'Bento' });
    await ana.open('Alice');
    await ana.open('Bento');
    await Promise.all([early.page.goto('about:blank'), late.page.goto('about:blank')]);
    await expect(ana.row('Alice', 'Ausente')).toBeVisible();
    await expect(ana.row('Bento', 'Ausente')).toBeVisible();
    const [{ since } = { since: 0 }] = product.rows<{ since: number }>(
      'select max(away_since) as since from attendance_interactions',
    );
    await ana.page.waitForFunction((at) => Date.now() >= at, since + 88_500, {
      timeout: 100_000,
      polling: 50,
    });
    await early.visit('/');
    await expect(ana.row('Alice', 'Cliente aguardando')).toBeVisible();
    await ana.page.waitForFunction((at) => Date.now() >= at, since + 92_000, {
      timeout: 10_000,
      polling: 50,
    });
    await expect(ana.row('Bento', 'Cliente encerrou')).toBeVisible({ timeout: 500 });
    await expect(ana.row('Alice', 'Cliente aguardando')).toBeVisible();
    const ended = product.rows<{ away: number; ended: number }>(
      `select away_since as away, visitor_ended_at as ended from attendance_interactions where visitor_end_reason = 'visitor-gone'`,
    );
    expect(ended).toHaveLength(1);
  });

  test('[P5] finding B18: who leaves while waiting keeps the place, is not assigned while away, and reads later why it ended', async ({
    agent,
    visitor,
    product,
  }) => {
    product.sql('update attendance_settings set persistence_ms = 20000');
    const ana = await agent('ana');
    product.sql('update attendance_agents set capacity = 1');
    await ana.goOnline();
    const alice = await visitor();
    await alice.start({ name: 'Alice' });
    const bento = await visitor();
    await bento.start({ name: 'Bento' });
    const clara = await visitor();
    await clara.start({ name: 'Clara' });
    await bento.page.goto('about:blank');
    await expect(clara.panel.getByText('Você é o próximo', { exact: true })).toBeVisible();
    await ana.open('Alice');
    await ana.end();
    await expect(ana.row('Clara', 'Nova, não aberta')).toBeVisible();
    await bento.visit('/');
    await expect(bento.panel.getByText('Você é o próximo', { exact: true })).toBeVisible();
    await bento.page.goto('about:blank');
    await expect
      .poll(() => product.rows(`select id from attendance_interactions where status = 'abandoned'`), {
        timeout: 24_000,
      })
      .toHaveLength(1);
    await bento.visit('/');
    await bento.openPanel();
    await expect(bento.panel.getByText('O atendimento terminou porque você saiu da página.')).toBeVisible();
  });
});

test.describe('several tabs', () => {
  test('[P6] two tabs of one visitor show each message once, and closing one starts nothing', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const first = await visitor();
    await first.start(CARLA);
    const second = await first.openTab('/caneca');
    await expect(second.message).toBeVisible();
    await ana.open('Carla Nogueira');
    await first.send('da primeira');
    await second.send('da segunda');
    await ana.send('para as duas');
    for (const tab of [first, second])
      for (const text of ['da primeira', 'da segunda', 'para as duas'])
        await expect(tab.bubble(text)).toHaveCount(1);
    await first.page.close();
    await second.send('fiquei');
    await expect(ana.bubble('fiquei')).toHaveCount(1);
    await expect(ana.row('Carla Nogueira', 'Ausente')).toHaveCount(0);
  });

  test('[P3] [Z17] two tabs that start in the same moment get the same interaction', async ({
    agent,
    visitor,
    product,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const first = await visitor();
    const second = await first.openTab('/caneca');
    const tabs = [first, second];
    for (const tab of tabs) {
      await tab.openPanel();
      await tab.fill(CARLA);
    }
    // Held beforehand: whichever tab starts first may take the other's button away.
    const buttons = await Promise.all(
      tabs.map((tab) => tab.panel.getByRole('button', { name: 'Iniciar atendimento' }).elementHandle()),
    );
    await Promise.all(buttons.map((button) => button?.dispatchEvent('click')));
    for (const tab of tabs) await expect(tab.message).toBeVisible();
    await first.send('uma só conversa');
    await expect(second.bubble('uma só conversa')).toHaveCount(1);
    expect(product.rows('select id from attendance_interactions')).toHaveLength(1);
    expect(product.rows('select id from attendance_visitors')).toHaveLength(1);
  });

  test('[P7] two tabs of one agent show the same, and capacity does not double', async ({
    agent,
    visitor,
    product,
  }) => {
    const ana = await agent('ana');
    product.sql('update attendance_agents set capacity = 1');
    await ana.goOnline();
    const other = await ana.openTab();
    await expect(other.presence).toHaveAttribute('aria-checked', 'true');
    const alice = await visitor();
    await alice.start({ name: 'Alice' });
    await ana.open('Alice');
    await expect(other.row('Alice', 'Cliente aguardando')).toBeVisible();
    await other.open('Alice');
    await ana.send('da primeira aba');
    await other.send('da segunda aba');
    for (const tab of [ana, other])
      for (const text of ['da primeira aba', 'da segunda aba']) await expect(tab.bubble(text)).toHaveCount(1);
    const bento = await visitor();
    await bento.start({ name: 'Bento' });
    await expect(bento.panel.getByText('Você é o próximo', { exact: true })).toBeVisible();
    await ana.page.close();
    await expect(other.presence).toHaveAttribute('aria-checked', 'true');
    await other.end();
    await expect(other.row('Bento', 'Nova, não aberta')).toBeVisible();
  });
});
