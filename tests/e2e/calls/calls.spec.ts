import { answerCall, ask, askForCall, beginCall, CARLA, expectBoth } from '../support/calls/calls';
import { ensureCoturn, startCoturn } from '../support/calls/coturn';
import { expect, IN_MOTION, test } from '../support/fixtures';
import { expectAtAGlance } from '../support/screens/in-sight';
import { expectMedia, relayOnly, watchPeers } from '../support/calls/received';
import type { VisitorOptions } from '../support/people/visitor';

test.use(IN_MOTION);

test.describe('a call, browser to browser', () => {
  test('[M1] [M4] [M5] [S9] [R4] by video: rings, is answered, hung up, called again and ended', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const sides = await askForCall({ agent, visitor }, { channel: 'Vídeo' });
    const { ana, carla } = sides;
    await expect(carla.panel.getByText('Chamando um atendente…')).toBeVisible();
    await ana.row('Carla Nogueira', 'Nova, não aberta').click();
    await expect(ana.row('Carla Nogueira', 'Nova, não aberta')).toBeVisible();
    await answerCall(ana);
    await expectBoth(sides, 'video');
    await expect(ana.row('Carla Nogueira', 'Sem pendência')).toBeVisible();
    await expectAtAGlance(ana);
    await expect(carla.panel.getByText('Em chamada')).toBeVisible();

    await ana.send('Estou vendo a caneca.');
    await expect(carla.bubble('Estou vendo a caneca.')).toBeVisible();
    await expect(ana.page.getByText(/^Você: boa/)).toBeVisible({ timeout: 15_000 });
    await expect(carla.panel.getByText(/boa|fraca/)).toHaveCount(0);

    await ana.page.getByRole('button', { name: 'Desligar chamada' }).click();
    await expect(ana.page.getByText(/nada mais chega até “Encerrar interação”/)).toBeVisible();
    await expect(carla.panel.getByText(/Chamada encerrada/)).toBeVisible();
    const rui = await visitor();
    await rui.start({ name: 'Rui Prado' });
    await expect(rui.panel.getByText(/próximo|posição/i).first()).toBeVisible();

    await ana.page.getByRole('button', { name: 'Ligar de novo' }).click();
    await carla.panel.getByRole('button', { name: 'Aceitar chamada' }).click();
    await expectBoth(sides, 'video');
    await carla.panel.getByRole('button', { name: 'Desligar chamada' }).click();
    await ana.end();
    await expect(ana.row('Rui Prado', 'Nova, não aberta')).toBeVisible();
  });

  test('[M4] [Z132] finding C3: the visitor’s picture is whole, in a stage as high as the agent wants it', async ({
    agent,
    visitor,
  }) => {
    const sides = await beginCall({ agent, visitor }, { channel: 'Vídeo' });
    const { page } = sides.ana;
    await expectBoth(sides, 'video');
    const picture = page.getByLabel('Imagem de Carla Nogueira');
    const edge = page.getByRole('separator', { name: 'Altura da imagem' });
    const height = async () => Number(await edge.getAttribute('aria-valuenow'));
    const expectWhole = async () => {
      const [video, stage] = await picture.evaluate((element) =>
        [element, element.parentElement ?? element].map(
          (each) => each.getBoundingClientRect().toJSON() as DOMRect,
        ),
      );
      expect(video?.height).toBeLessThanOrEqual(stage?.height ?? 0);
      expect(video?.top).toBeGreaterThanOrEqual(stage?.top ?? 0);
      await expect(picture).toHaveCSS('object-fit', 'contain');
    };
    await expectWhole();

    await expect.poll(height).toBeGreaterThan(0);
    const usual = await height();
    await edge.press('ArrowUp');
    await expect.poll(height).toBe(usual - 24);
    await edge.press('Home');
    await expect.poll(height).toBe(120);
    await expectWhole();
    const at = await edge.boundingBox();
    if (at === null) throw new Error('the edge is not on screen');
    await page.mouse.move(at.x + at.width / 2, at.y + 6);
    await page.mouse.down();
    await page.mouse.move(at.x + 40, at.y + 146, { steps: 4 });
    await page.mouse.up();
    await expect.poll(height).toBe(260);
    await expectWhole();

    await page.reload();
    await sides.ana.row(CARLA.name).click();
    await expect.poll(height).toBe(260);
    await edge.dblclick();
    await expect.poll(height).toBe(usual);
  });

  test('[R3] [R5] [Z129] finding S15: while the agent has only ended chats left, nobody is told to be called', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana');
    await ana.goOnline();
    const rui = await visitor();
    await rui.start({ name: 'Rui Prado' });
    await ana.open('Rui Prado');
    await rui.end();
    await expect(ana.row('Rui Prado', 'Cliente encerrou')).toBeVisible();
    const carla = await visitor();
    await ask(carla, 'Voz');
    const header = carla.panel.getByRole('banner');
    await expect(header.getByText('Aguardando um atendente livre', { exact: true })).toBeVisible();
    await expect(carla.panel.getByText('Você é o próximo')).toBeVisible();
    await expect(carla.panel.getByText(/Chamando/)).toHaveCount(0);
    const news = ana.page.getByText('Uma chamada espera o encerramento desta interação');
    await expect(news).toBeVisible();
    await ana.end();
    await expect(ana.row(CARLA.name, 'Nova, não aberta')).toBeVisible();
    await expect(carla.panel.getByText('Chamando um atendente…')).toBeVisible();
    await expect(news).toBeHidden();
  });

  test('[M1] [M3] by voice: both hear, and no picture is sent', async ({ agent, visitor }) => {
    const sides = await beginCall({ agent, visitor }, { channel: 'Voz' });
    await expectBoth(sides, 'voice');
  });

  test('[M7] goes on after a change of page, a reload of the agent’s and a renderer that died', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const sides = await beginCall({ agent, visitor }, { channel: 'Vídeo' });
    const { ana, carla } = sides;
    await expectBoth(sides, 'video');

    await carla.visit('/caneca');
    await expect(carla.panel.getByText('Em chamada')).toBeVisible({ timeout: 20_000 });
    await expectBoth(sides, 'video');

    await ana.page.reload();
    await ana.row('Carla Nogueira').click();
    await expectBoth(sides, 'video');

    const session = await carla.context.newCDPSession(carla.page);
    const died = carla.page.waitForEvent('crash');
    // It is never answered: there is nobody left who could.
    session.send('Page.crash').catch(() => undefined);
    await died;
    const back = await carla.context.newPage();
    await watchPeers(back);
    await back.goto(`${product.shopUrl}/caneca`);
    await expectMedia(back, 'video');
    await expectMedia(ana.page, 'video');
  });

  test('[M1] a chat is raised by the visitor; by the agent only when nothing else is held', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(120_000);
    const ana = await agent('ana', { onPage: watchPeers });
    await ana.goOnline();
    const carla = await visitor({ onPage: watchPeers });
    await carla.start(CARLA);
    await ana.open('Carla Nogueira');
    const rui = await visitor();
    await rui.start({ name: 'Rui Prado' });
    await expect(ana.row('Rui Prado')).toBeVisible();
    await ana.page.getByRole('button', { name: 'Ligar por voz' }).click();
    await expect(ana.page.getByText('Encerre outra interação antes de ligar.')).toBeVisible();

    await ana.open('Rui Prado');
    await ana.end();
    await ana.open('Carla Nogueira');
    await carla.panel.getByRole('button', { name: 'Ligar por voz' }).click();
    await expect(ana.row('Carla Nogueira', 'Cliente aguardando')).toBeVisible();
    await answerCall(ana);
    await expectBoth({ ana, carla }, 'voice');
  });

  test('[M3] through a TURN server alone, with credentials of this call', async ({
    agent,
    product,
    visitor,
  }) => {
    test.setTimeout(240_000);
    const turnserver = ensureCoturn();
    test.skip(turnserver === null, 'coturn is not installed, and could not be');
    const turn = await startCoturn(turnserver ?? '');
    try {
      product.sql(
        `update attendance_media_settings set ice_urls = ?, turn_secret = ?`,
        JSON.stringify([turn.url]),
        turn.secret,
      );
      const call = { channel: 'Vídeo', onPage: relayOnly } as const;
      const { ana, carla } = await beginCall({ agent, visitor }, call);
      expect((await expectMedia(ana.page, 'video')).path).toBe('relay');
      expect((await expectMedia(carla.page, 'video')).path).toBe('relay');
    } finally {
      product.sql(`update attendance_media_settings set ice_urls = ?, turn_secret = null`, '[]');
      await turn.stop();
    }
  });

  test(
    '[M8] devices refused are said plainly, and the chat goes on',
    { tag: '@whole-browser' },
    async ({ agent, visitor }) => {
      const refused: VisitorOptions = { context: { permissions: [] } };
      const { ana, carla } = await beginCall({ agent, visitor }, { channel: 'Voz', visitor: refused });
      await expect(carla.panel.getByText(/não tem permissão para usar o microfone/)).toBeVisible();
      await carla.panel.getByRole('button', { name: 'Continuar por chat' }).click();
      await carla.send('Não consigo falar, escrevo.');
      await expect(ana.bubble('Não consigo falar, escrevo.')).toBeVisible();
      await carla.context.grantPermissions(['microphone']);
    },
  );

  test('[M4] the agent’s controls stand in one row, say what they do, and fill the screen with the call', async ({
    agent,
    visitor,
  }) => {
    const { ana } = await beginCall({ agent, visitor }, { channel: 'Vídeo' });
    const { page } = ana;
    const call = page.getByRole('region', { name: 'Chamada' });
    const button = (name: string) => call.getByRole('button', { name, exact: true });
    await expect(button('Desligar chamada')).toHaveText('Desligar chamada');
    await button('Desligar microfone').click();
    await expect(call.getByText('Seu microfone está desligado.')).toBeVisible();
    await button('Ligar microfone').click();
    await expect(call.getByText('Seu microfone está desligado.')).toBeHidden();

    await button('Tela cheia').click();
    const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await expect.poll(() => call.boundingBox()).toMatchObject({ x: 0, y: 0, width: window.width });
    await button('Dispositivos').click();
    await page.getByRole('menuitem').first().click();
    await button('Sair da tela cheia').click();
    await expect(button('Tela cheia')).toBeVisible();

    await page.setViewportSize({ width: 360, height: 640 });
    const names = ['Desligar microfone', 'Desligar câmera', 'Dispositivos', 'Tela cheia', 'Desligar chamada'];
    const boxes = await Promise.all(names.map((name) => button(name).boundingBox()));
    const tops = boxes.map((box) => Math.round(box?.y ?? -1));
    expect(new Set(tops).size, 'one row').toBe(1);
    for (const box of boxes) expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    const log = await ana.log.boundingBox();
    expect(log?.height, 'room for the conversation').toBeGreaterThan(120);
    await expect(ana.message).toBeInViewport();
  });
});
