import { expect, type BrowserContext, type Frame, type Page } from '@playwright/test';

/** What has really arrived at a page of one call: pictures that were decoded, and the energy of the voice. */
export interface Received {
  readonly frames: number;
  readonly energy: number;
  /** Between which kinds of addresses it goes, such as `relay`. */
  readonly path: string;
}

declare global {
  interface Window {
    /** Every peer connection that the page has made. */
    peersOfTest?: RTCPeerConnection[];
  }
}

/** Before the page loads anything: its connections can be asked later. Nothing of them is changed. */
export async function watchPeers(page: Page | BrowserContext): Promise<void> {
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    window.peersOfTest = peers;
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(target, parameters: ConstructorParameters<typeof RTCPeerConnection>) {
        const peer = new target(...parameters);
        peers.push(peer);
        return peer;
      },
    });
  });
}

/** As on a network that lets nothing through but to its TURN server. */
export async function relayOnly(page: Page): Promise<void> {
  await watchPeers(page);
  await page.addInitScript(() => {
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct: (target, [configuration]: ConstructorParameters<typeof RTCPeerConnection>) =>
        new target({ ...configuration, iceTransportPolicy: 'relay' }),
    });
  });
}

async function receivedAt(frame: Frame): Promise<Received> {
  return frame.evaluate(async () => {
    const sum = { frames: 0, energy: 0, path: '' };
    const open = (window.peersOfTest ?? []).filter(({ connectionState }) => connectionState === 'connected');
    for (const peer of open) {
      const all = await peer.getStats();
      const candidates = new Map<string, string>();
      for (const stats of all.values() as Iterable<Record<string, unknown>>)
        if (stats['type'] === 'local-candidate')
          candidates.set(String(stats['id']), String(stats['candidateType']));
      for (const stats of all.values() as Iterable<Record<string, unknown>>) {
        if (stats['type'] === 'inbound-rtp') {
          sum.frames += Number(stats['framesDecoded'] ?? 0);
          sum.energy += Number(stats['totalAudioEnergy'] ?? 0);
        }
        if (stats['type'] === 'candidate-pair' && stats['nominated'] === true)
          sum.path = candidates.get(String(stats['localCandidateId'])) ?? '';
      }
    }
    return sum;
  });
}

/** Whether no connection of the page, or of the widget in it, is open any more. */
export async function hasNoPeer(page: Page): Promise<boolean> {
  return frameOf(page).evaluate(() =>
    (window.peersOfTest ?? []).every(({ connectionState }) => connectionState === 'closed'),
  );
}

/** The widget's frame, or the page itself where there is none. */
function frameOf(page: Page): Frame {
  return page.frames().find((frame) => frame.url().includes('/widget/frame')) ?? page.mainFrame();
}

/** A voice arrives, whatever becomes of the picture. */
export async function expectVoice(page: Page): Promise<void> {
  const first = await receivedAt(frameOf(page));
  await expect
    .poll(async () => (await receivedAt(frameOf(page))).energy, { timeout: 20_000 })
    .toBeGreaterThan(first.energy + 0.001);
}

/** Media arrive: more of them than before, and more again. `connected` alone would prove nothing. */
export async function expectMedia(page: Page, kind: 'voice' | 'video'): Promise<Received> {
  const first = await receivedAt(frameOf(page));
  await expectVoice(page);
  if (kind === 'video')
    await expect
      .poll(async () => (await receivedAt(frameOf(page))).frames, { timeout: 20_000 })
      .toBeGreaterThan(first.frames + 5);
  const last = await receivedAt(frameOf(page));
  if (kind === 'voice') expect(last.frames).toBe(0);
  return last;
}
