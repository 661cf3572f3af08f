import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { joinDirect } from '../../../plugins/attendance/media/direct/direct-call';
import type { CallNews, CallView } from '../../../plugins/attendance/media/call/ongoing-call';
import type { StatEntry } from '../../../plugins/attendance/media/direct/quality';
import type { OwnMedia } from '../../../plugins/attendance/media/carrier/own-media';
import type { JoinTicket } from '../../../plugins/attendance/protocol/calls/calls';
import type { Side } from '../../../plugins/attendance/protocol/schemas/scalars';

/** A browser's connection that finds no way through the network, until it is told to. */
class DeafConnection {
  static last: DeafConnection | null = null;
  static restarts = 0;
  static bytesReceived = 0;
  connectionState: RTCPeerConnectionState = 'new';
  signalingState = 'stable';
  onconnectionstatechange: (() => void) | null = null;
  constructor() {
    DeafConnection.last = this;
  }
  addTransceiver = vi.fn();
  getTransceivers = () => [];
  createDataChannel = () => ({ readyState: 'connecting' });
  restartIce = () => void (DeafConnection.restarts += 1);
  getStats = () =>
    Promise.resolve(
      new Map<string, StatEntry>([
        ['voice', { type: 'inbound-rtp', kind: 'audio', bytesReceived: DeafConnection.bytesReceived }],
      ]),
    );
  close = () => undefined;
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', DeafConnection);
  vi.stubGlobal('MediaStream', class {});
  DeafConnection.restarts = DeafConnection.bytesReceived = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const TICKET: Extract<JoinTicket, { provider: 'direct' }> = {
  provider: 'direct',
  attempt: 1,
  medium: 'voice',
  videoHeight: 720,
  iceServers: [],
};

/** One side of a call in which both are there; whenever it asks to be paired anew, it is, as the server does. */
function sit(side: Side) {
  let session = 0;
  const view: Partial<CallView> = { phase: 'joining', isOtherSideThere: true, isVoiceOnly: false };
  const pair = (): void => carrier.hear({ kind: 'connect', session: `s${(session += 1)}` });
  const carrier = joinDirect({
    side,
    medium: 'voice',
    language: 'pt-BR',
    ticket: TICKET,
    refuse: vi.fn(),
    link: {
      join: (given) => {
        if (given === null) pair();
        return Promise.resolve(TICKET);
      },
      signal: vi.fn(),
      reportQuality: vi.fn(),
      reportUnsafe: vi.fn(),
    },
    board: {
      getView: () => view as CallView,
      change: (news) => void Object.assign(view, news),
      subscribe: () => () => undefined,
    },
    media: { track: () => null, onTracks: vi.fn() } as Partial<OwnMedia> as OwnMedia,
  });
  pair();
  const seats = (isThere: boolean): CallNews => ({ kind: 'seats', visitor: isThere, agent: isThere });
  return { carrier, view, pairings: () => session, seats };
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('two browsers between which the network lets nothing through', () => {
  it.each<Side>(['agent', 'visitor'])(
    '[M8] finding D3: the %s is told within 30 s, however often it was paired anew',
    async (side) => {
      const { view, pairings } = sit(side);
      await wait(27_000);
      expect(view.phase).toBe('connecting');
      expect(pairings()).toBeGreaterThan(1);
      expect(DeafConnection.restarts).toBeGreaterThan(0);
      await wait(3_000);
      expect(view).toMatchObject({ phase: 'failed', problem: 'network' });
    },
  );

  it('[M8] finding D3: the other side’s new try is one for both, with all of its time', async () => {
    const { carrier, view } = sit('agent');
    await wait(30_000);
    carrier.hear({ kind: 'connect', session: 'theirs' });
    expect(view).toMatchObject({ phase: 'connecting', problem: null });
    await wait(26_000);
    expect(view.phase).toBe('connecting');
    await wait(4_000);
    expect(view.phase).toBe('failed');
  });

  it('[M7] finding D3: what has connected once is given longer to come back', async () => {
    const { view } = sit('agent');
    DeafConnection.last?.become('connected');
    expect(view.phase).toBe('connected');
    DeafConnection.last?.become('failed');
    await wait(60_000);
    expect(view.phase).not.toBe('failed');
    await wait(6_000);
    expect(view).toMatchObject({ phase: 'failed', problem: 'network' });
  });

  it('[M7] finding D3: a page that comes back has time of its own', async () => {
    const { carrier, seats, view } = sit('agent');
    await wait(24_000);
    carrier.hear(seats(false));
    await wait(40_000);
    expect(view.phase).toBe('alone');
    carrier.hear(seats(true));
    await wait(26_000);
    expect(view.phase).toBe('connecting');
  });
});

describe('a connection that looks whole', () => {
  /** Two looks, between which this much arrives. */
  const receive = async (bytes: number): Promise<void> => {
    for (let look = 0; look < 2; look += 1) {
      DeafConnection.bytesReceived += bytes;
      await wait(2_000);
    }
  };

  it('[M7] finding D3: who has vanished is missed within two looks, before the network notices', async () => {
    const { carrier, seats, view } = sit('visitor');
    DeafConnection.last?.become('connected');
    await receive(5_000);
    carrier.hear(seats(false));
    expect(view.phase).toBe('connected');
    await receive(0);
    expect(view).toMatchObject({ phase: 'alone', quality: null, remoteStream: null });
    // Back with the same connection: what they send is heard again.
    await receive(5_000);
    expect(view.phase).toBe('connected');
  });

  it('[M7] a lost socket cuts no call: who is still heard is still there', async () => {
    const { carrier, seats, view } = sit('visitor');
    DeafConnection.last?.become('connected');
    carrier.hear(seats(false));
    await receive(5_000);
    await receive(5_000);
    expect(view.phase).toBe('connected');
  });

  it('[M7] silence alone is no absence while the other side has its seat', async () => {
    const { view } = sit('visitor');
    DeafConnection.last?.become('connected');
    await receive(0);
    await receive(0);
    expect(view.phase).toBe('connected');
  });
});
