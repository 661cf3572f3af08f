import type { Page } from '@playwright/test';

import { CARLA, talk } from '../support/calls/calls';
import { ensureCoturn, startCoturn } from '../support/calls/coturn';
import { expect, test } from '../support/fixtures';
import { expectMedia, expectVoice, relayOnly } from '../support/calls/received';
import { startThrottle } from '../support/calls/throttle';

/** What the browser has been told to send of the picture. */
interface Sending {
  readonly isActive: boolean;
  /** Lines, of those that the camera gives. */
  readonly lines: number;
}

async function sendingOf(page: Page): Promise<Sending> {
  return page.evaluate(() => {
    const open = (window.peersOfTest ?? []).find(({ connectionState }) => connectionState === 'connected');
    const sender = open?.getSenders().find(({ track }) => track?.kind === 'video');
    const [encoding] = sender?.getParameters().encodings ?? [];
    const height = sender?.track?.getSettings().height ?? 0;
    return {
      isActive: encoding?.active ?? false,
      lines: Math.round(height / (encoding?.scaleResolutionDownBy ?? 1)),
    };
  });
}

test('[M6] on a connection that narrows, the picture gives way and the voice goes on; it grows back with the room', async ({
  agent,
  product,
  visitor,
}) => {
  test.setTimeout(300_000);
  const turnserver = ensureCoturn();
  test.skip(turnserver === null, 'coturn is not installed, and could not be');
  const turn = await startCoturn(turnserver ?? '');
  const road = await startThrottle(turn.url);
  try {
    // The agent's way leads over the narrow road, the visitor's straight to the server.
    product.sql(
      `update attendance_media_settings set ice_urls = ?, turn_secret = ?, video_height = 360`,
      JSON.stringify([turn.url]),
      turn.secret,
    );
    const ana = await agent('ana', {
      onPage: async (page) => {
        await relayOnly(page);
        await page.addInitScript((url) => {
          window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
            construct: (target, [given]: ConstructorParameters<typeof RTCPeerConnection>) =>
              new target({
                ...given,
                iceServers: (given?.iceServers ?? []).map((each) => ({ ...each, urls: url })),
              }),
          });
        }, road.url);
      },
    });
    await ana.goOnline();
    const carla = await visitor({ onPage: relayOnly });
    await talk(ana, carla, 'Vídeo');
    expect((await expectMedia(ana.page, 'video')).path).toBe('relay');
    await expectMedia(carla.page, 'video');

    const own = ana.page.getByLabel('Sua imagem', { exact: true });
    const width = async (): Promise<number> => (await own.boundingBox())?.width ?? 0;
    const sending = () => sendingOf(ana.page);
    const picture = carla.panel.getByLabel('Ana Martins', { exact: true });
    const wait = { timeout: 60_000 };
    await expect.poll(sending, wait).toEqual({ isActive: true, lines: 360 });
    await expect.poll(width, wait).toBeGreaterThan(140);

    road.limit(220);
    await expect.poll(async () => (await sending()).lines, wait).toBeLessThanOrEqual(240);
    await expect.poll(width, wait).toBeLessThan(140);
    await expectMedia(carla.page, 'video');

    road.limit(90);
    await expect.poll(async () => (await sending()).isActive, wait).toBe(false);
    await expect(picture).toBeHidden();
    await expectVoice(carla.page);
    await expect(ana.page.getByText(/^Você: (média|fraca)/)).toBeVisible(wait);
    await expect(carla.panel.getByText('Em chamada')).toBeVisible();
    await expect(carla.panel.getByText(/média|fraca|boa/)).toHaveCount(0);

    road.limit(null);
    await expect.poll(sending, { timeout: 120_000 }).toEqual({ isActive: true, lines: 360 });
    await expect.poll(width, wait).toBeGreaterThan(140);
    await expectMedia(carla.page, 'video');
    // All of it was one call, over one pairing.
    expect(await ana.page.evaluate(() => window.peersOfTest?.length)).toBe(1);
    expect(product.rows(`select id from attendance_interactions`)).toHaveLength(1);
    await expect(ana.row(CARLA.name, 'Sem pendência')).toBeVisible();
  } finally {
    product.sql(
      `update attendance_media_settings set ice_urls = ?, turn_secret = null, video_height = 720`,
      '[]',
    );
    await road.stop();
    await turn.stop();
  }
});
