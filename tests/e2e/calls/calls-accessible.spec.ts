import { expectNarrow, expectPanelAccessible, expectScreenAccessible } from '../support/screens/accessible';
import type { AgentScreen } from '../support/people/agent';
import { answerCall, ask, askForCall, CARLA, expectBoth } from '../support/calls/calls';
import { expect, test } from '../support/fixtures';
import { watchPeers } from '../support/calls/received';
import type { Visitor } from '../support/people/visitor';

/** On a narrow phone, where nothing may be cut off either. */
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

const onAgents = (state: string, { page }: AgentScreen) =>
  test.step(`agent: ${state}`, () => expectScreenAccessible(page));
const onVisitors = (state: string, { page }: Visitor) =>
  test.step(`visitor: ${state}`, () => expectPanelAccessible(page));

/** What a browser answers whose user said no to everything. */
async function refuseDevices({ context }: AgentScreen | Visitor): Promise<void> {
  await context.clearPermissions();
  await context.grantPermissions(['clipboard-read']);
}

test.describe('a call without a fault of axe’s, in the light and in the dark', () => {
  test('[A7] [W2] [M4] [M5] by video: ringing, connected, hung up and asked for again', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(180_000);
    const sides = await askForCall({ agent, visitor }, { channel: 'Vídeo' });
    const { ana, carla } = sides;
    await expect(carla.panel.getByText('Chamando um atendente…')).toBeVisible();
    await onVisitors('calling', carla);
    await ana.row(CARLA.name, 'Nova, não aberta').click();
    await expect(ana.page.getByRole('button', { name: 'Atender chamada' }).first()).toBeVisible();
    await onAgents('ringing', ana);

    await answerCall(ana);
    await expectBoth(sides, 'video');
    await onAgents('connected', ana);
    await onVisitors('connected', carla);
    await carla.panel.getByRole('button', { name: 'Ampliar chamada' }).click();
    await onVisitors('enlarged', carla);
    await ana.page.getByRole('button', { name: 'Dispositivos', exact: true }).click();
    await expect(ana.page.getByRole('menu')).toBeVisible();
    await test.step('agent: devices', () => expectScreenAccessible(ana.page, '[role=menu]'));
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('button', { name: 'Desligar microfone' }).click();
    await expect(ana.page.getByText('Seu microfone está desligado.')).toBeVisible();
    await ana.page.getByRole('button', { name: 'Tela cheia' }).click();
    await expect(ana.page.getByRole('button', { name: 'Sair da tela cheia' })).toBeVisible();
    await onAgents('full screen, without sound', ana);
    await ana.page.getByRole('button', { name: 'Sair da tela cheia' }).click();

    await ana.page.setViewportSize({ width: 360, height: 740 });
    await expect(ana.page.getByRole('button', { name: 'Desligar chamada' })).toBeInViewport({ ratio: 1 });
    await test.step('agent: on a phone', () => expectScreenAccessible(ana.page, 'main'));
    await expectNarrow(ana.page);
    await ana.page.setViewportSize({ width: 1440, height: 900 });

    await ana.page.getByRole('button', { name: 'Desligar chamada' }).click();
    await expect(ana.page.getByText(/nada mais chega até “Encerrar interação”/)).toBeVisible();
    await expect(carla.panel.getByText(/Chamada encerrada/)).toBeVisible();
    await onAgents('hung up', ana);
    await onVisitors('hung up', carla);

    await ana.page.getByRole('button', { name: 'Ligar de novo' }).click();
    const call = ana.page.getByRole('region', { name: 'Chamada' });
    await expect(call.getByText('Chamando o cliente…')).toBeVisible();
    await expect(carla.panel.getByRole('button', { name: 'Aceitar chamada' })).toBeVisible();
    await onAgents('asking', ana);
    await onVisitors('asked', carla);
    await carla.panel.getByRole('button', { name: 'Agora não' }).click();
    await expect(ana.log.getByText('O cliente recusou a chamada')).toBeVisible();
    await onAgents('declined', ana);
  });

  test('[A7] [W2] [M1] [P6] by voice, out of a chat, on a phone: asked for, connected, in another tab', async ({
    agent,
    visitor,
  }) => {
    test.setTimeout(150_000);
    const ana = await agent('ana', { onPage: watchPeers });
    await ana.goOnline();
    const carla = await visitor({ context: PHONE, onPage: watchPeers });
    await carla.start(CARLA);
    await ana.open(CARLA.name);
    await carla.panel.getByRole('button', { name: 'Ligar por voz' }).click();
    await expect(carla.panel.getByText('Aguardando o atendente aceitar…')).toBeVisible();
    await expect(ana.row(CARLA.name, 'Cliente aguardando')).toBeVisible();
    await onVisitors('asking', carla);
    await onAgents('asked', ana);

    await answerCall(ana);
    await expectBoth({ ana, carla }, 'voice');
    await onAgents('connected', ana);
    await onVisitors('connected', carla);

    const other = await carla.openTab('/caneca');
    await other.launcher.click();
    await expect(other.panel.getByText('A chamada está em outra aba')).toBeVisible();
    await onVisitors('elsewhere', other);
  });

  test(
    '[A7] [W2] [M8] devices refused on both sides, on a phone',
    { tag: '@whole-browser' },
    async ({ agent, visitor }) => {
      const ana = await agent('ana');
      await ana.goOnline();
      const carla = await visitor({ context: { ...PHONE, permissions: [] } });
      await ask(carla, 'Voz');
      await ana.row(CARLA.name).click();
      await refuseDevices(ana);
      await ana.page.getByRole('button', { name: 'Atender chamada' }).first().click();
      await expect(ana.page.getByText(/O navegador não deixa usar o microfone/)).toBeVisible();
      await onAgents('failed', ana);
      await expect(carla.panel.getByText(/não tem permissão para usar o microfone/)).toBeVisible();
      await onVisitors('failed', carla);
    },
  );
});
