import { createServer, type AddressInfo, type Socket } from 'node:net';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { AgentScreen } from '../support/people/agent';
import { answerCall, ask, CARLA, talk } from '../support/calls/calls';
import {
  expectMediaIn,
  hasRoomFrame,
  nameDeployment,
  roomFrame,
  roomOf,
  startDeployment,
  tokenOf,
  type Deployment,
} from '../support/calls/deployment';
import { expect, test } from '../support/fixtures';
import type { Product } from '../support/product/product';
import { openStranger } from '../support/people/stranger';
import type { Visitor } from '../support/people/visitor';

test.use({
  // The stand-in's certificate is its own.
  ignoreHTTPSErrors: true,
});

async function expectBoth(
  ana: AgentScreen,
  carla: Visitor,
  deployment: Deployment,
  kind: 'voice' | 'video',
): Promise<void> {
  await expectMediaIn(ana.page, deployment, kind);
  await expectMediaIn(carla.page, deployment, kind);
}

test.describe('a call through Jitsi, in the product', () => {
  let started: Deployment | null = null;

  test.beforeAll(async ({ product }) => {
    test.setTimeout(150_000);
    started = await startDeployment(product);
  });
  test.afterAll(() => started?.stop());
  test.beforeEach(({ product }) => {
    test.skip(started === null, 'Jitsi’s client could not be fetched from the package registry');
    nameDeployment(product, deployment().domain);
  });

  function deployment(): Deployment {
    if (started === null) throw new Error('no stand-in');
    return started;
  }

  test('[M2] [M3] [M4] [M5] [M6] by video: media both ways, the chat beside it, hung up for good, and again in another room; findings D4 and D7', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await talk(ana, carla, 'Vídeo');
    await expectBoth(ana, carla, deployment(), 'video');
    await expect(carla.panel.getByText('Em chamada')).toBeVisible();
    await expect(ana.page.getByText(/^Você: boa/)).toBeVisible({ timeout: 15_000 });
    await expect(carla.panel.getByText(/boa|fraca/)).toHaveCount(0);
    await ana.send('Estou vendo a caneca.');
    await expect(carla.bubble('Estou vendo a caneca.')).toBeVisible();

    const [hers, anas] = [await roomFrame(carla.page, deployment()), await roomFrame(ana.page, deployment())];
    const room = roomOf(hers);
    expect(roomOf(anas)).toBe(room);
    expect(deployment().occupantsOf(room)).toBe(2);
    // The agent's own picture as large as what is sent: the camera's 240 lines.
    await expect(ana.page.getByText('Enviando 240p')).toBeVisible({ timeout: 15_000 });
    await expect.poll(() => anas.locator('#own').evaluate((own) => own.style.width)).toBe('136px');

    // Somebody who has copied the frame's address is in the room too, for as long as the call lasts.
    const ghost = await carla.context.newPage();
    await ghost.goto(hers.url());
    await expect.poll(() => deployment().occupantsOf(room)).toBe(3);
    expect(await deployment().askToOpen(room)).toBe(200);

    await ana.page.getByRole('button', { name: 'Desligar chamada' }).click();
    await expect(ana.page.getByText(/nada mais chega até “Encerrar interação”/)).toBeVisible();
    await expect(carla.panel.getByText(/Chamada encerrada/)).toBeVisible();
    for (const { page } of [ana, carla])
      await expect.poll(() => hasRoomFrame(page, deployment())).toBe(false);
    await expect.poll(() => deployment().occupantsOf(room)).toBe(0);
    expect(await deployment().askToOpen(room)).toBe(403);
    await ghost.reload();
    await ghost.close();
    expect(deployment().occupantsOf(room)).toBe(0);

    await ana.page.getByRole('button', { name: 'Ligar de novo' }).click();
    await carla.panel.getByRole('button', { name: 'Aceitar chamada' }).click();
    await expectBoth(ana, carla, deployment(), 'video');
    expect(roomOf(await roomFrame(carla.page, deployment()))).not.toBe(room);
    await carla.panel.getByRole('button', { name: 'Desligar chamada' }).click();
    await ana.end();
  });

  test('[M1] [M3] [M8] by voice: both hear, and no picture is sent; finding D2: who is put out is told, and comes back', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(120_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await talk(ana, carla, 'Voz');
    await expectBoth(ana, carla, deployment(), 'voice');

    const room = roomOf(await roomFrame(carla.page, deployment()));
    const [her] = deployment()
      .namesIn(room)
      .filter(({ name }) => name === CARLA.name);
    await deployment().putOut(room, her?.id ?? '');
    await expect(
      carla.panel.getByText('A chamada foi encerrada pelo servidor. Tente de novo.'),
    ).toBeVisible();
    await carla.panel.getByRole('button', { name: 'Tentar de novo' }).click();
    await expectBoth(ana, carla, deployment(), 'voice');

    await deployment().destroy(room);
    await expect(ana.page.getByText('A sala foi fechada pelo servidor de chamadas.')).toBeVisible();
    await expect(
      carla.panel.getByText('A chamada foi encerrada pelo servidor. Tente de novo.'),
    ).toBeVisible();
    await ana.page.getByRole('button', { name: 'Tentar de novo' }).click();
    await carla.panel.getByRole('button', { name: 'Tentar de novo' }).click();
    await expectBoth(ana, carla, deployment(), 'voice');
  });

  test('[M7] [A2] goes on over other admin pages, and after a reload or a change of page with a new token', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await talk(ana, carla, 'Vídeo');
    await expectBoth(ana, carla, deployment(), 'video');
    const frame = await roomFrame(ana.page, deployment());
    const [room, token] = [roomOf(frame), tokenOf(frame)];

    // Within the panel: the very same frame, which a move would have loaded anew.
    await frame.evaluate(() => Object.assign(window, { isTheSame: true }));
    await ana.page.getByRole('navigation').locator('button[aria-haspopup="menu"]').click();
    await ana.page.getByRole('menuitem', { name: /Perfil|Profile/i }).click();
    await expect(ana.page).toHaveURL(/\/admin\/me/);
    await expectBoth(ana, carla, deployment(), 'video');
    await ana.page.getByRole('button', { name: 'Voltar ao atendimento' }).click();
    await expect(ana.message).toBeVisible();
    await expectBoth(ana, carla, deployment(), 'video');
    expect(await frame.evaluate(() => 'isTheSame' in window)).toBe(true);

    const before = tokenOf(await roomFrame(carla.page, deployment()));
    await carla.visit('/caneca');
    await expect(carla.panel.getByText('Em chamada')).toBeVisible({ timeout: 20_000 });
    await expectBoth(ana, carla, deployment(), 'video');
    const again = await roomFrame(carla.page, deployment());
    expect(roomOf(again)).toBe(room);
    expect(tokenOf(again)).not.toBe(before);

    await ana.page.reload();
    await ana.row(CARLA.name).click();
    await expectBoth(ana, carla, deployment(), 'video');
    const reloaded = await roomFrame(ana.page, deployment());
    expect(roomOf(reloaded)).toBe(room);
    expect(tokenOf(reloaded)).not.toBe(token);
  });
});

test.describe('a call through Jitsi that cannot be', () => {
  // Browsers tell in the console what a policy has kept out.
  test.use({ provoked: /Content Security Policy|Trusted(Types|Script|HTML)|requires '/i });
  const stops: (() => Promise<void>)[] = [];

  test.afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  /** A deployment that is set up otherwise than the product thinks; what comes of it is said on both sides. */
  async function deploy(product: Product, door: Parameters<typeof startDeployment>[1]): Promise<Deployment> {
    const deployment = await startDeployment(product, door);
    test.skip(deployment === null, 'Jitsi’s client could not be fetched from the package registry');
    if (deployment === null) throw new Error('skipped');
    stops.push(deployment.stop);
    nameDeployment(product, deployment.domain);
    return deployment;
  }

  async function expectChat(ana: AgentScreen, carla: Visitor): Promise<void> {
    await carla.send('Não ouço, escrevo.');
    await expect(ana.bubble('Não ouço, escrevo.')).toBeVisible();
    await ana.send('Leio.');
    await expect(carla.bubble('Leio.')).toBeVisible();
  }

  const NOT_LET_IN = {
    visitor: 'A entrada na chamada não foi aceita. Tente de novo.',
    agent: 'O servidor recusou a entrada na chamada.',
  };
  for (const [title, door, told] of [
    ['a token signed with another secret', { secret: 'what-the-deployment-thinks-it-is' }, NOT_LET_IN],
    ['a token that is too old', { aheadMs: 300_000 }, NOT_LET_IN],
    [
      'finding D6: a room whose reservation goes wrong',
      { reservationSecret: 'what-the-deployment-sends' },
      {
        visitor: /^A sala da chamada não pôde ser aberta/,
        agent: /^O Jitsi não abriu a sala: a reserva não foi aceita/,
      },
    ],
  ] as const)
    test(`[M2] [M8] ${title} is refused: both are told, and write`, async ({ agent, product, visitor }) => {
      const { domain } = await deploy(product, door);
      const ana = await agent('ana');
      await ana.goOnline();
      const carla = await visitor();
      await talk(ana, carla, 'Voz');
      await expect(carla.panel.getByText(told.visitor)).toBeVisible({ timeout: 20_000 });
      await expect(ana.page.getByText(told.agent)).toBeVisible({ timeout: 20_000 });
      for (const { page } of [ana, carla])
        await expect.poll(() => hasRoomFrame(page, { domain })).toBe(false);
      await carla.panel.getByRole('button', { name: 'Continuar por chat' }).click();
      await expectChat(ana, carla);
    });

  test('[M8] a deployment that is not there is said on both sides; the chat goes on, and another try succeeds when it is back; finding D8: restarted under a call, it is joined again by itself', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(120_000);
    const deployment = await deploy(product, {});
    const port = Number(deployment.domain.split(':')[1]);
    await deployment.stop();
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await talk(ana, carla, 'Vídeo');
    await expect(carla.panel.getByText(/O servidor de chamadas não respondeu/)).toBeVisible({
      timeout: 20_000,
    });
    await expect(ana.page.getByText('O servidor de chamadas não respondeu.')).toBeVisible({
      timeout: 20_000,
    });
    await expectChat(ana, carla);

    const back = await deploy(product, { port });
    await ana.page.getByRole('button', { name: 'Tentar de novo' }).click();
    await carla.panel.getByRole('button', { name: 'Tentar de novo' }).click();
    await expectBoth(ana, carla, back, 'video');

    await back.stop();
    await expect(carla.panel.getByText('A conexão oscilou. Reconectando…')).toBeVisible();
    await expect(ana.page.getByText('A conexão oscilou. Reconectando…')).toBeVisible();
    const restarted = await deploy(product, { port });
    await expectBoth(ana, carla, restarted, 'video');
  });

  test('[Z134] [M8] finding D1: a deployment that makes the visitor moderator ends the call: both are told, and so is the admin', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(120_000);
    await deploy(product, { makesEverybodyOwner: true });
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await ask(carla, 'Voz');
    await ana.row(CARLA.name).click();
    // It may be over before the agent has seen it begin.
    await ana.page.getByRole('button', { name: 'Atender chamada' }).first().click();
    await expect(carla.panel.getByText(/^O serviço de chamadas não estava seguro/)).toBeVisible({
      timeout: 20_000,
    });
    await expect(ana.page.getByText(/^O Jitsi deu ao cliente o comando da sala/)).toBeVisible();
    await carla.panel.getByRole('button', { name: 'Continuar por chat' }).click();
    await expect(carla.panel.getByText(/^O serviço de chamadas não estava seguro/)).toHaveCount(0);
    await expectChat(ana, carla);
    const admin = await agent('admin', { path: '/admin/settings/attendance/media' });
    await expect(admin.page.getByText(/este Jitsi deu a um visitante o comando da sala/)).toBeVisible();
  });

  test('[M8] a deployment that takes the connection and never answers is given up, and said', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(120_000);
    const waiting = new Set<Socket>();
    const silent = createServer((socket) => waiting.add(socket.on('error', () => socket.destroy())));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    stops.push(async () => {
      const closed = new Promise((resolve) => silent.close(resolve));
      for (const socket of waiting) socket.destroy();
      await closed;
    });
    nameDeployment(product, `localhost:${(silent.address() as AddressInfo).port}`);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await talk(ana, carla, 'Voz');
    await expect(carla.panel.getByText('Conectando…')).toBeVisible();
    await expectChat(ana, carla);
    await expect(carla.panel.getByText(/O servidor de chamadas não respondeu/)).toBeVisible({
      timeout: 20_000,
    });
    await expect(ana.page.getByText('O servidor de chamadas não respondeu.')).toBeVisible();
  });

  test('[M8] a deployment that is slow is waited for', async ({ agent, product, visitor }) => {
    test.setTimeout(120_000);
    const deployment = await deploy(product, {});
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    let answer: () => void = () => undefined;
    const isAnswering = new Promise<void>((resolve) => (answer = resolve));
    await carla.context.route(`https://${deployment.domain}/external_api.js`, async (route) => {
      await isAnswering;
      await route.continue();
    });
    await talk(ana, carla, 'Voz');
    await expect(carla.panel.getByText('Conectando…')).toBeVisible();
    await expectChat(ana, carla);
    await expect(carla.panel.getByText('Conectando…')).toBeVisible();
    answer();
    await expectBoth(ana, carla, deployment, 'voice');
    await expect(carla.panel.getByText('Em chamada')).toBeVisible();
  });

  test('[M8] [W2] the widget’s frame lets in this script and this frame, and nothing else', async ({
    agent,
    product,
    visitor,
  }) => {
    const { domain } = await deploy(product, {});
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await talk(ana, carla, 'Voz');
    await expectMediaIn(carla.page, { domain }, 'voice');
    const frame = carla.page.frames().find((each) => each.url().includes('/widget/frame'));
    const found = await frame?.evaluate(async () => {
      const attempt = (act: () => void): string => {
        try {
          act();
          return 'let through';
        } catch (fault) {
          return (fault as Error).name;
        }
      };
      const script = document.createElement('script');
      const text = attempt(() => (script.src = `https://elsewhere.example/x.js`));
      const markup = attempt(() => (document.body.innerHTML = '<i></i>'));
      const policy = attempt(() => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        trustedTypes.createPolicy('atende-jitsi', { createScriptURL: (url: string) => url });
      });
      const framed = document.createElement('iframe');
      framed.src = 'https://elsewhere.example/';
      const kept = new Promise<string>((resolve) =>
        addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
          if (effectiveDirective === 'frame-src') resolve(blockedURI);
        }),
      );
      document.body.append(framed);
      const blocked = await kept;
      framed.remove();
      return { text, markup, policy, blocked };
    });
    expect(found).toMatchObject({ text: 'TypeError', markup: 'TypeError', policy: 'TypeError' });
    expect(found?.blocked).toContain('https://elsewhere.example');
  });

  test('[M8] [Z21] pages from before the deployment was set say so, and join once they are loaded anew', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(120_000);
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await carla.openPanel();
    const deployment = await deploy(product, {});
    await carla.panel.getByRole('button', { name: 'Voz', exact: true }).click();
    await carla.fill(CARLA);
    await carla.panel.getByRole('button', { name: 'Iniciar atendimento' }).click();
    await ana.row(CARLA.name).click();
    await answerCall(ana);
    await expect(carla.panel.getByText(/aberta antes de uma mudança no serviço de chamadas/)).toBeVisible();
    await expect(ana.page.getByText(/antes de uma mudança nas configurações de chamada/)).toBeVisible();
    await carla.panel.getByRole('button', { name: 'Recarregar' }).click();
    await ana.page.getByRole('button', { name: 'Recarregar a página' }).click();
    await ana.row(CARLA.name).click();
    await expectBoth(ana, carla, deployment, 'voice');
  });

  test('[M2] [K9] a visitor of another interaction gets no ticket', async ({ agent, product, visitor }) => {
    const { domain } = await deploy(product, {});
    const ana = await agent('ana');
    await ana.goOnline();
    const carla = await visitor();
    await talk(ana, carla, 'Voz');
    await expectMediaIn(carla.page, { domain }, 'voice');
    const [call] = product.rows<{ id: number }>(`select id from attendance_interactions`);
    const mallory = await openStranger(product);
    const refusal = await mallory.emitWithAck('call:join', {
      interactionId: call?.id as InteractionId,
      session: null,
    });
    mallory.close();
    expect(refusal).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(JSON.stringify(refusal)).not.toContain('atende-');
  });
});
