import type { Page } from '@playwright/test';

import { answerCall, ask, beginCall, CARLA, expectBoth, talk } from '../support/calls/calls';
import { SHARED_TITLE } from '../support/calls/fake-devices';
import { expect, test } from '../support/fixtures';
import { expectMedia, watchPeers } from '../support/calls/received';

/** Where the widget or the admin panel has its connection. */
const frameOf = (page: Page) =>
  page.frames().find((frame) => frame.url().includes('/widget/frame')) ?? page.mainFrame();

/** The track whose picture is sent: a camera's id, or what of a screen is shared. */
async function sentPicture(page: Page): Promise<string | null> {
  return frameOf(page).evaluate(() => {
    const open = (window.peersOfTest ?? []).find(({ connectionState }) => connectionState === 'connected');
    const track = open?.getSenders().find((sender) => sender.track?.kind === 'video')?.track;
    if (!track) return null;
    const { deviceId, displaySurface } = track.getSettings();
    return displaySurface ?? deviceId ?? null;
  });
}

test.describe('devices in a call', () => {
  test('[M4] either side changes the camera, and the other goes on seeing', async ({ agent, visitor }) => {
    const sides = await beginCall({ agent, visitor }, { channel: 'Vídeo' });
    const { ana, carla } = sides;
    await expectBoth(sides, 'video');

    const first = await sentPicture(carla.page);
    expect(first).not.toBeNull();
    const seen = new Set([first]);
    for (let camera = 2; camera <= 3; camera += 1) {
      await carla.panel.getByRole('button', { name: 'Trocar câmera' }).click();
      // While the one is given back and the other taken, there is none.
      const isAnother = async (): Promise<boolean> => {
        const id = await sentPicture(carla.page);
        return id !== null && !seen.has(id);
      };
      await expect.poll(isAnother).toBe(true);
      seen.add(await sentPicture(carla.page));
    }
    await expectMedia(ana.page, 'video');
    await carla.panel.getByRole('button', { name: 'Trocar câmera' }).click();
    await expect.poll(() => sentPicture(carla.page)).toBe(first);

    const held = await sentPicture(ana.page);
    await ana.page.getByRole('button', { name: 'Dispositivos', exact: true }).click();
    await ana.page.getByRole('menuitem', { name: 'fake_device_2', exact: true }).click();
    await expect.poll(() => sentPicture(ana.page)).not.toBe(held);
    await expectMedia(carla.page, 'video');
  });

  test(
    '[M4] the agent shows a page to the visitor in a voice call, and stops',
    { tag: '@whole-browser' },
    async ({ agent, visitor }) => {
      const { ana, carla } = await beginCall({ agent, visitor }, { channel: 'Voz' });
      await expectBoth({ ana, carla }, 'voice');
      const shared = await ana.context.newPage();
      await shared.setContent(`<title>${SHARED_TITLE}</title><h1>${SHARED_TITLE}</h1>`);
      await ana.page.bringToFront();

      await ana.page.getByRole('button', { name: 'Compartilhar tela' }).click();
      await expect(ana.page.getByText('O cliente vê a sua tela.')).toBeVisible();
      await expect.poll(() => sentPicture(ana.page)).toBe('browser');
      await expect(carla.panel.getByLabel('Ana Martins', { exact: true })).toBeVisible();
      await expectMedia(carla.page, 'video');

      await ana.page.getByRole('button', { name: 'Parar de compartilhar' }).click();
      await expect(ana.page.getByText('O cliente vê a sua tela.')).toBeHidden();
      await expect.poll(() => sentPicture(ana.page)).toBeNull();
      await expect(carla.panel.getByLabel('Ana Martins', { exact: true })).toBeHidden();
    },
  );

  test('[W2] [M4] on a phone the call fills the screen, and the conversation is one touch away', async ({
    agent,
    visitor,
  }) => {
    const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
    const ana = await agent('ana', { onPage: watchPeers });
    await ana.goOnline();
    const carla = await visitor({ context: phone, onPage: watchPeers });
    await talk(ana, carla, 'Vídeo');
    await expectBoth({ ana, carla }, 'video');

    const call = carla.panel.getByRole('region', { name: 'Chamada' });
    // All but who it is with, and the way to close the panel.
    const box = async () => {
      const { x = -1, y = 0, width = 0, height = 0 } = (await call.boundingBox()) ?? {};
      return { x, width, bottom: y + height, isMost: height > 0.85 * 640 };
    };
    await expect.poll(box).toEqual({ x: 0, width: 360, bottom: 640, isMost: true });
    await expect(carla.panel.getByLabel('Ana Martins', { exact: true })).toBeVisible();
    for (const name of ['Desligar microfone', 'Desligar câmera', 'Trocar câmera', 'Desligar chamada'])
      await expect(carla.panel.getByRole('button', { name })).toBeInViewport({ ratio: 1 });

    await ana.send('Pode mostrar a etiqueta?');
    await carla.panel.getByRole('button', { name: 'Ver conversa (1)' }).click();
    await expect(carla.bubble('Pode mostrar a etiqueta?')).toBeInViewport();
    await carla.send('Aqui está.');
    await expect(ana.bubble('Aqui está.')).toBeVisible();
    await expectMedia(ana.page, 'video');
    await carla.panel.getByRole('button', { name: 'Desligar chamada' }).click();
    await expect(carla.panel.getByText(/Chamada encerrada/)).toBeVisible();
  });

  test('[M8] a device that is unplugged in mid-call gives way to the voice, and nothing is cut', async ({
    agent,
    visitor,
  }) => {
    const ana = await agent('ana', { onPage: watchPeers });
    await ana.goOnline();
    const carla = await visitor({ onPage: watchPeers });
    await ask(carla, 'Vídeo');
    await ana.row(CARLA.name).click();
    await answerCall(ana);
    await expectBoth({ ana, carla }, 'video');
    await frameOf(carla.page).evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('unplugged', 'NotFoundError'));
      const [peer] = (window.peersOfTest ?? []).filter(
        ({ connectionState }) => connectionState === 'connected',
      );
      const track = peer?.getSenders().find((sender) => sender.track?.kind === 'video')?.track;
      track?.stop();
      track?.dispatchEvent(new Event('ended'));
    });
    await expect(carla.panel.getByText(/A chamada segue (só )?(com|por) voz/i)).toBeVisible();
    await expect.poll(() => sentPicture(carla.page)).toBeNull();
    await expectMedia(carla.page, 'video');
    await expect(carla.panel.getByText('Em chamada')).toBeVisible();
  });
});
