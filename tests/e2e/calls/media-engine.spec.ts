import { fileURLToPath } from 'node:url';

import { chromium, expect, test, type Browser, type Page } from '@playwright/test';

import type { CallView, OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import type { CallQuality } from '../../../plugins/attendance/protocol/calls/calls';
import type { Side } from '../../../plugins/attendance/protocol/schemas/scalars';
import { startMediaPage } from '../support/calls/media-page';

interface Service {
  call(side: Side): OngoingCall;
  seat(side: Side, isThere: boolean): void;
  readonly ends: Record<Side, OngoingCall>;
  readonly qualities: Record<Side, CallQuality[]>;
  pairings(): number;
}

declare global {
  interface Window {
    service: Service;
    createService(medium: 'voice' | 'video'): Service;
    sense(stream: MediaStream | null, ms: number): Promise<{ energy: number; frames: number }>;
  }
}

const FAKE_MEDIA = ['--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required'];

/** What a test may look at from outside: streams stay in the page. */
type Seen = Omit<CallView, 'localStream' | 'remoteStream' | 'surface'>;

test.describe('the engine, by real media between two ends', { tag: '@whole-browser' }, () => {
  let site: Awaited<ReturnType<typeof startMediaPage>>;
  let browser: Browser;
  let page: Page;

  test.beforeAll(async () => {
    site = await startMediaPage(fileURLToPath(new URL('../../..', import.meta.url)));
    const { launchOptions } = test.info().project.use;
    const args = [...(launchOptions?.args ?? []), ...FAKE_MEDIA];
    browser = await chromium.launch({ ...launchOptions, args });
  });
  test.afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  test.afterEach(() => page.context().close());

  async function open(medium: 'voice' | 'video', permissions = ['camera', 'microphone'], path = '/') {
    const context = await browser.newContext({ permissions });
    page = await context.newPage();
    await page.goto(site.url + path);
    await page.evaluate((asked) => {
      window.service = window.createService(asked);
    }, medium);
  }
  const call = (side: Side) => page.evaluate((who) => void window.service.call(who), side);
  const see = (side: Side): Promise<Seen> =>
    page.evaluate((who) => {
      const { localStream: _l, remoteStream: _r, surface: _s, ...seen } = window.service.ends[who].getView();
      return seen;
    }, side);
  const phase = (side: Side) => expect.poll(async () => (await see(side)).phase, { timeout: 15_000 });
  const sense = (side: Side) =>
    page.evaluate((who) => window.sense(window.service.ends[who].getView().remoteStream, 2_000), side);
  const pictures = (side: Side) =>
    page.evaluate(
      (who) => window.service.ends[who].getView().remoteStream?.getVideoTracks().length ?? 0,
      side,
    );

  async function connect(medium: 'voice' | 'video'): Promise<void> {
    await open(medium);
    await call('visitor');
    await phase('visitor').toBe('alone');
    await call('agent');
    for (const side of ['visitor', 'agent'] as const) await phase(side).toBe('connected');
  }

  test('[M3] [M4] hears and sees both ways, and measures it', async () => {
    await connect('video');
    for (const side of ['visitor', 'agent'] as const) {
      await expect.poll(() => pictures(side)).toBe(1);
      const { energy, frames } = await sense(side);
      expect(energy).toBeGreaterThan(0.01);
      expect(frames).toBeGreaterThan(5);
      await expect
        .poll(async () => (await see(side)).quality?.sentKbps ?? 0, { timeout: 15_000 })
        .toBeGreaterThan(0);
    }
    const reported = await page.evaluate(() => window.service.qualities.visitor.at(-1));
    expect(reported?.score).toBeGreaterThan(50);
    expect(reported?.sentHeight).toBeGreaterThan(0);
  });

  test('[M4] voice alone, and what is switched off is not sent', async () => {
    await connect('voice');
    expect((await sense('agent')).energy).toBeGreaterThan(0.01);
    expect(await pictures('agent')).toBe(0);
    await page.evaluate(() => window.service.ends.visitor.setMicrophone(false));
    await expect.poll(async () => (await sense('agent')).energy, { timeout: 15_000 }).toBeLessThan(0.001);
    await page.evaluate(() => window.service.ends.visitor.setMicrophone(true));
    await expect.poll(async () => (await sense('agent')).energy, { timeout: 15_000 }).toBeGreaterThan(0.01);
  });

  test('[M4] the camera off and on again', async () => {
    await connect('video');
    await expect.poll(() => pictures('agent')).toBe(1);
    await page.evaluate(() => window.service.ends.visitor.setCamera(false));
    await expect.poll(() => pictures('agent')).toBe(0);
    expect(await see('visitor')).toMatchObject({ isCameraOn: false, phase: 'connected' });
    await page.evaluate(() => window.service.ends.visitor.setCamera(true));
    await expect.poll(() => pictures('agent')).toBe(1);
    expect((await sense('agent')).frames).toBeGreaterThan(5);
  });

  test('[M7] keeps what runs when the socket comes back, and pairs anew with a page that does', async () => {
    await connect('video');
    await page.evaluate(() => {
      window.service.seat('visitor', false);
      window.service.ends.visitor.hear({ kind: 'socket-back' });
    });
    expect(await see('agent')).toMatchObject({ phase: 'connected', isOtherSideThere: true });
    expect(await page.evaluate(() => window.service.pairings())).toBe(1);

    await page.evaluate(() => {
      window.service.ends.visitor.leave(false);
      window.service.seat('visitor', false);
    });
    await phase('visitor').toBe('left');
    await phase('agent').toBe('alone');
    await call('visitor');
    for (const side of ['visitor', 'agent'] as const) await phase(side).toBe('connected');
    expect((await sense('agent')).energy).toBeGreaterThan(0.01);
  });

  test('[P6] gives the devices back where another tab takes over', async () => {
    await connect('video');
    const state = await page.evaluate(() => {
      const { visitor } = window.service.ends;
      const tracks = visitor.getView().localStream?.getTracks() ?? [];
      visitor.hear({ kind: 'taken-over' });
      return { phase: visitor.getView().phase, states: tracks.map(({ readyState }) => readyState) };
    });
    expect(state).toEqual({ phase: 'left', states: ['ended', 'ended'] });
  });

  test('[M8] goes on by voice where the camera is refused, and fails where the microphone is too', async () => {
    await open('video', ['microphone']);
    await call('visitor');
    await phase('visitor').toBe('alone');
    expect(await see('visitor')).toMatchObject({ isVoiceOnly: true, problem: 'device-refused' });
    await page.context().close();

    await open('voice', []);
    await call('visitor');
    await phase('visitor').toBe('failed');
    expect((await see('visitor')).problem).toBe('device-refused');
    await page.context().grantPermissions(['microphone']);
    await page.evaluate(() => window.service.ends.visitor.retry());
    await phase('visitor').toBe('alone');
  });

  test('[M8] tells a page’s policy from a refusal', async () => {
    await open('video', ['camera', 'microphone'], '/forbidden');
    await call('visitor');
    await phase('visitor').toBe('failed');
    expect((await see('visitor')).problem).toBe('policy-forbids');
  });
});
