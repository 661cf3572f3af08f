import { answerCall, ask, CARLA, talk } from '../support/calls/calls';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';
import { expectMedia, hasNoPeer, watchPeers } from '../support/calls/received';
import { countTones, tonesHeard } from '../support/calls/tones';

const count = ({ rows }: Product, table: string): number => rows(`select * from attendance_${table}`).length;
const rooms = ({ rows }: Product): string[] =>
  rows<{ room: string }>('select room from attendance_call_attempts order by id').map(({ room }) => room);

test('[R14] [M2] an agent who is lost for good: the visitor waits again, nobody’s room is left taken, the next agent answers anew', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(150_000);
  product.sql('delete from attendance_call_attempts');
  const bruno = await agent('bruno', { onPage: watchPeers });
  const ana = await agent('ana', { onPage: watchPeers });
  await ana.goOnline();
  const carla = await visitor({ onPage: watchPeers });
  await talk(ana, carla, 'Vídeo');
  await expectMedia(carla.page, 'video');

  await ana.context.close();
  await expect(carla.panel.getByText('O atendente saiu da página. Aguardando…')).toBeVisible();
  const lostAt = () =>
    product.rows<{ lost_at: number | null }>(
      `select lost_at from attendance_agents where presence = 'online'`,
    )[0]?.lost_at ?? null;
  await expect.poll(lostAt, { timeout: 15_000 }).not.toBeNull();
  expect(count(product, 'slots')).toBeGreaterThan(0);
  // 90 s ago, by whatever clock: the call goes back, while the agent counts as Online for some minutes more.
  product.sql('update attendance_agents set lost_at = ? where lost_at is not null', Date.now() - 90_000);

  await expect(carla.panel.getByText('Procurando outro atendente…')).toBeVisible();
  await expect(carla.panel.getByText('O seu lugar está guardado')).toBeVisible();
  await expect.poll(() => hasNoPeer(carla.page)).toBe(true);
  expect(count(product, 'slots')).toBe(0);

  await bruno.goOnline();
  await bruno.row(CARLA.name, 'Nova, não aberta').click();
  await answerCall(bruno);
  await expectMedia(bruno.page, 'video');
  await expectMedia(carla.page, 'video');
  await expect(bruno.log.getByText(/Ana Martins/).first()).toBeVisible();
  const [first, second, ...more] = rooms(product);
  expect(more).toEqual([]);
  expect(second).not.toBe(first);

  await bruno.end();
  await expect.poll(() => count(product, 'slots')).toBe(0);
});

test('[P3] [R5] a visitor who is lost for good: the call is over, the agent keeps it to the end, and then has room', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(120_000);
  const ana = await agent('ana', { onPage: watchPeers });
  await ana.goOnline();
  const carla = await visitor();
  await talk(ana, carla, 'Voz');
  await expectMedia(ana.page, 'voice');

  await carla.page.goto('about:blank');
  await expect(ana.row(CARLA.name, 'Ausente')).toBeVisible();
  await expect(ana.page.getByText(/O cliente saiu da página\. Pode voltar em/)).toBeVisible();
  product.sql('update attendance_interactions set away_until = 1');
  await expect(ana.row(CARLA.name, 'Cliente encerrou')).toBeVisible();
  await expect(ana.page.getByRole('button', { name: 'Desligar chamada' })).toBeHidden();
  await expect.poll(() => hasNoPeer(ana.page)).toBe(true);
  expect(product.rows('select id from attendance_call_attempts where ended_at is null')).toEqual([]);

  const rui = await visitor();
  await rui.start({ name: 'Rui Prado' });
  await expect(rui.panel.getByText('Você é o próximo', { exact: true })).toBeVisible();
  await ana.end();
  await expect(ana.row('Rui Prado', 'Nova, não aberta')).toBeVisible();
});

test('[R12] [S7] the visitor hears that it rings, waiting and called; the agent rings until the call is answered', async ({
  agent,
  visitor,
}) => {
  test.setTimeout(120_000);
  const ana = await agent('ana', { onPage: countTones });
  await ana.goOnline();
  const rui = await visitor();
  await rui.start({ name: 'Rui Prado' });
  await ana.open('Rui Prado');
  const carla = await visitor({
    onPage: async (page) => {
      await page.context().clock.install();
      await countTones(page);
    },
  });
  await ask(carla, 'Voz');

  // Every agent is busy: the line rings all the same, each five seconds.
  await expect(carla.panel.getByText('Você é o próximo', { exact: true })).toBeVisible();
  await expect.poll(() => tonesHeard(carla.page)).toBeGreaterThan(0);
  const waited = await tonesHeard(carla.page);
  await carla.context.clock.runFor(5_000);
  await expect.poll(() => tonesHeard(carla.page)).toBeGreaterThan(waited);

  const quiet = await tonesHeard(ana.page);
  await ana.end();
  await expect(ana.row(CARLA.name, 'Nova, não aberta')).toBeVisible();
  // Ten notes a ring: looked at, it rings on; the visitor hears it too.
  await ana.row(CARLA.name).click();
  await expect.poll(() => tonesHeard(ana.page), { timeout: 20_000 }).toBeGreaterThanOrEqual(quiet + 20);
  const called = await tonesHeard(carla.page);
  await carla.context.clock.runFor(5_000);
  await expect.poll(() => tonesHeard(carla.page)).toBeGreaterThan(called);

  await answerCall(ana);
  await expect(carla.panel.getByText('Em chamada')).toBeVisible({ timeout: 15_000 });
  const [atAna, atCarla] = [await tonesHeard(ana.page), await tonesHeard(carla.page)];
  await carla.context.clock.runFor(12_000);
  await ana.send('Silêncio agora.');
  await expect(carla.bubble('Silêncio agora.')).toBeVisible();
  expect(await tonesHeard(carla.page)).toBe(atCarla);
  expect(await tonesHeard(ana.page)).toBe(atAna);
});
