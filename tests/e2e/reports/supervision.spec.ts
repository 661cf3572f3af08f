import { expectNarrow, expectScreenAccessible } from '../support/screens/accessible';
import { expect, test } from '../support/fixtures';
import type { Page } from '@playwright/test';

/** Everything that a page receives over its socket, as text. */
function wireOf(page: Page): string[] {
  const received: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
  });
  return received;
}

test.describe('a supervisor', () => {
  test('[R17] [Z181] reads a conversation without a sign to the visitor, and its agent sees who', async ({
    agent,
    supervisor,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    let wire: string[] = [];
    const rafael = await visitor({
      onPage: (page) => {
        wire = wireOf(page);
      },
    });
    await rafael.start({ name: 'Rafael Prado' });
    await rafael.send('Comprei o tamanho errado');
    await ana.open('Rafael Prado');
    await ana.send('Já vejo isso');

    const sofia = await supervisor();
    await sofia.follow('Rafael Prado');
    await expect(sofia.pane.getByText('Você acompanha · o cliente não vê')).toBeVisible();
    await expect(sofia.bubble('Comprei o tamanho errado')).toBeVisible();
    await expect(ana.page.getByText(/Sofia.* acompanha$/)).toBeVisible();

    // What is written from now on comes by itself, from both sides.
    await rafael.send('Tem o tamanho M?');
    await expect(sofia.bubble('Tem o tamanho M?')).toBeVisible();
    await ana.send('Tem, sim');
    await expect(sofia.bubble('Tem, sim')).toBeVisible();
    await rafael.message.pressSequentially('Então');
    await expect(sofia.pane.getByText('Rafael Prado está digitando…')).toBeVisible();

    // What Rafael was sent is read, on the supervisor’s screen too.
    await expect(sofia.pane.getByText('· lida')).toHaveCount(2);

    const chimes = () =>
      ana.page.evaluate(() => Number(document.documentElement.dataset['attendanceChimes'] ?? 0));
    const before = await chimes();
    await sofia.whisper('Ana Martins', 'Oferece o frete grátis');
    await expect(ana.log.getByText('Oferece o frete grátis')).toBeVisible();
    // One chime, and no more: nothing rings.
    await expect.poll(chimes).toBe(before + 1);
    await expect(ana.log.getByText(/Sofia.*, só para você/)).toBeVisible();

    // Followed over a reload, for the address has it; closed by the browser's back.
    await sofia.page.reload();
    await expect(sofia.bubble('Tem, sim')).toBeVisible();
    await expect(sofia.log.getByText('Oferece o frete grátis')).toBeVisible();
    await sofia.pane.getByRole('button', { name: 'Deixar de acompanhar' }).click();
    await expect(sofia.pane).toBeHidden();
    await expect(ana.page.getByText(/Sofia.* acompanha$/)).toBeHidden();

    const all = wire.join('\n');
    expect(all).toContain('Já vejo isso');
    expect(all).not.toMatch(/Sofia|frete grátis|supervision|follow|whisper/);
    await rafael.page.reload();
    await expect(rafael.bubble('Tem, sim')).toBeVisible();
    await expect(rafael.log.getByText('Oferece o frete grátis')).toHaveCount(0);
  });

  test('[R17] [Z183] takes over what fits, and reads why where it does not', async ({
    agent,
    product,
    supervisor,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.start({ name: 'Carla Nogueira' });
    await carla.send('Meu pedido não chegou');
    await ana.open('Carla Nogueira');

    const sofia = await supervisor();
    await sofia.follow('Carla Nogueira');
    // She is Offline: the reason is told, and nothing changes.
    const offline = await sofia.act('Assumir', 'Assumir');
    await expect(offline.getByText(/Você está offline/)).toBeVisible();
    await offline.getByRole('button', { name: 'Cancelar' }).click();

    // Online, but with no place left.
    product.sql(`update attendance_agents set capacity = 0 where public_name like 'Sofia%'`);
    await sofia.own.goOnline();
    const full = await sofia.act('Assumir', 'Assumir');
    await expect(full.getByText(/não tem vaga livre/)).toBeVisible();
    await full.getByRole('button', { name: 'Cancelar' }).click();
    await expect(ana.row('Carla Nogueira')).toBeVisible();

    product.sql(`update attendance_agents set capacity = null where public_name like 'Sofia%'`);
    await sofia.act('Assumir', 'Assumir');
    await expect(sofia.page).toHaveURL(/\/plugins\/attendance$/);
    await expect(sofia.own.bubble('Meu pedido não chegou')).toBeVisible();
    await expect(ana.row('Carla Nogueira')).toBeHidden();
    await sofia.own.send('Oi, Carla, sou a Sofia');
    await expect(carla.bubble('Oi, Carla, sou a Sofia')).toBeVisible();
  });

  test('[R17] puts back, follows who waits, and ends what was left', async ({
    agent,
    supervisor,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const lucia = await visitor();
    await lucia.start({ name: 'Lúcia Andrade' });
    await lucia.send('Oi');
    await ana.open('Lúcia Andrade');
    const sofia = await supervisor();
    await sofia.follow('Lúcia Andrade');
    await ana.goOffline();
    await sofia.act('Devolver à fila', 'Devolver à fila');
    await expect(sofia.page.getByText('Lúcia Andrade voltou à fila.')).toBeVisible();
    await expect(sofia.queue.getByText('Lúcia Andrade')).toBeVisible();
    await expect(ana.row('Lúcia Andrade')).toBeHidden();
    // It is followed on while it waits, with nobody to whisper to.
    await expect(sofia.pane.getByText(/não há para quem sussurrar/)).toBeVisible();
    await lucia.send('Alguém aí?');
    await expect(sofia.bubble('Alguém aí?')).toBeVisible();

    const bruno = await agent('bruno');
    await bruno.goOnline();
    await expect(sofia.agent('Bruno').getByText('Lúcia Andrade')).toBeVisible();
    await bruno.open('Lúcia Andrade');
    await sofia.act('Encerrar interação', 'Encerrar');
    await expect(sofia.page.getByText('A interação com Lúcia Andrade foi encerrada.')).toBeVisible();
    await expect(bruno.row('Lúcia Andrade')).toBeHidden();
    await expect(lucia.message).toBeHidden();
    await expect(sofia.pane).toBeHidden();
  });

  test('[R17] [Z184] sets an agent Offline with a reason, who reads who and why', async ({
    agent,
    supervisor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const sofia = await supervisor();
    await sofia.page.getByRole('button', { name: /^Colocar Ana.* offline$/ }).click();
    const dialog = sofia.page.getByRole('alertdialog');
    await expect(dialog.getByRole('button', { name: 'Colocar offline', exact: true })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Reunião às 15h');
    await dialog.getByRole('button', { name: 'Colocar offline', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(ana.presence).toHaveAttribute('aria-checked', 'false');
    await expect(
      ana.page.getByText(/Um supervisor colocou você offline\. Sofia.*: Reunião às 15h/),
    ).toBeVisible();
    // Told once: what is loaded anew says it beside the capacity alone.
    await ana.page.reload();
    await expect(ana.page.getByText('offline: colocado por um supervisor')).toBeVisible();
    await expect(ana.page.getByText(/Um supervisor colocou você offline/)).toBeHidden();
    await ana.goOnline();
  });

  test('[R17] [A7] finds by keyboard, at 360 px, and is accessible in both modes', async ({
    agent,
    supervisor,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const rafael = await visitor();
    await rafael.start({ name: 'Rafael Prado' });
    await rafael.send('Oi');
    await ana.open('Rafael Prado');
    const sofia = await supervisor();
    await expect(sofia.live('Rafael Prado')).toBeVisible();
    const search = sofia.page.getByRole('search').getByLabel('Procurar interação ao vivo', { exact: true });
    await search.fill('pra');
    await expect(sofia.page.getByText('1 interação ao vivo')).toBeVisible();
    // It is over the board only while the focus is in it.
    await search.blur();
    await expect(sofia.page.getByText('1 interação ao vivo')).toBeHidden();
    await search.focus();
    await expect(sofia.page.getByText('1 interação ao vivo')).toBeVisible();
    await sofia.page.keyboard.press('Tab');
    const isFound = () =>
      sofia.page.evaluate(() => document.activeElement?.textContent?.includes('Rafael Prado'));
    if ((await isFound()) !== true) await sofia.page.keyboard.press('Tab');
    expect(await isFound()).toBe(true);
    await sofia.page.keyboard.press('Enter');
    await expect(sofia.bubble('Oi')).toBeVisible();
    await expect(sofia.pane).toBeFocused();
    await expectScreenAccessible(sofia.page, 'main');
    await sofia.page.setViewportSize({ width: 360, height: 740 });
    await expect(sofia.bubble('Oi')).toBeVisible();
    await expectNarrow(sofia.page);
  });
});
