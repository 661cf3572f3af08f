import type { CallSignal, JoinTicket } from '../../protocol/calls/calls';
import { planSending, startSending, toEncoding, type SendingPlan } from './adapt-sending';
import type { Carrier, CarrierOptions } from '../carrier/carrier';
import type { CallNews } from '../call/ongoing-call';
import { createPeer, type Peer } from './peer';
import { isSilentSince, readSample, toQuality, type Sample } from './quality';

type DirectTicket = Extract<JoinTicket, { provider: 'direct' }>;

/** Interval between two checks of the connection, in ms. */
const LOOK_EVERY_MS = 2_000;

/**
 * Number of failed checks after which something is tried, while both sides are there: an ICE restart at each multiple, then a whole
 * new pairing, at last the person is notified. The sides differ, for one of them is enough.
 */
const RESTART_EVERY = { agent: 3, visitor: 4 } as const;
const PAIR_ANEW_AT = { agent: 10, visitor: 13 } as const;
const GIVE_UP_AT = { first: 14, later: 32 } as const;

/** Most signals kept of a pairing that is not announced yet: the two may come in any order. */
const MOST_EARLY = 64;

export type DirectOptions = CarrierOptions & { readonly ticket: DirectTicket };

interface Pairing {
  readonly session: string;
  readonly peer: Peer;
  hasConnected: boolean;
  /** Whether nothing has arrived since the check before. */
  isSilent: boolean;
  sample: Sample | null;
  plan: SendingPlan;
}

/** Joins a call from browser to browser, signalled over the product's own socket [M3]. */
export function joinDirect({ ticket, side, link, board, media, refuse }: DirectOptions): Carrier {
  const { videoHeight } = ticket;
  let iceServers = ticket.iceServers;
  let pairing: Pairing | null = null;
  let early: { session: string; signal: CallSignal }[] = [];
  /**
   * Number of checks in a row that found no connection while both sides were there. They go on over new pairings: where
   * there is no way through the network, each of them fails like the one before.
   */
  let unwell = 0;
  let hasEverConnected = false;
  let hasLeft = false;

  /** Writes the phase that follows from the connection and the other side's presence. */
  function show(): void {
    const { isOtherSideThere, phase } = board.getView();
    if (phase === 'failed') return;
    const isConnected = pairing?.peer.state() === 'connected';
    // A page that vanished leaves a connection that looks whole for some seconds yet.
    const hasVanished = !isOtherSideThere && pairing?.isSilent === true;
    if (pairing && isConnected && !hasVanished) {
      pairing.hasConnected = hasEverConnected = true;
      unwell = 0;
      board.change({ phase: 'connected', remoteStream: pairing.peer.remoteStream });
    } else if (!isOtherSideThere) board.change({ phase: 'alone', remoteStream: null, quality: null });
    else board.change({ phase: pairing?.hasConnected ? 'reconnecting' : 'connecting', quality: null });
  }

  function pair(session: string): void {
    pairing?.peer.close();
    const peer = createPeer({
      iceServers,
      isPolite: side === 'visitor',
      track: (kind) => media.track(kind),
      send: (signal) => link.signal(session, signal),
      onChange: () => {
        if (pairing?.peer === peer) show();
      },
    });
    pairing = {
      session,
      peer,
      hasConnected: false,
      isSilent: false,
      sample: null,
      plan: startSending(videoHeight),
    };
    const words = early.filter((word) => word.session === session);
    early = [];
    board.change({ phase: 'connecting', problem: keptProblem(), isOtherSideThere: true, quality: null });
    for (const { signal } of words) peer.hear(signal);
  }

  /** Returns the device's problem, if there is one: it remains when the connection comes back. */
  function keptProblem() {
    const { isVoiceOnly, problem } = board.getView();
    return isVoiceOnly ? problem : null;
  }

  function giveUp(): void {
    pairing?.peer.close();
    pairing = null;
    // A retry has all of the time again.
    unwell = 0;
    board.change({ phase: 'failed', problem: 'network', remoteStream: null, quality: null });
  }

  /** Takes the seat again: with the pairing that still runs, or without, which makes the server pair anew. */
  async function rejoin(session: string | null): Promise<void> {
    const answer = await link.join(session);
    if (hasLeft) return;
    if (typeof answer === 'string') refuse(answer, pairing?.peer.state() === 'connected');
    else if (answer.provider === 'direct') ({ iceServers } = answer);
  }

  async function look(): Promise<void> {
    if (!pairing) return;
    if (pairing.peer.state() === 'connected') return measure(pairing);
    if (!board.getView().isOtherSideThere) return show();
    unwell += 1;
    if (unwell >= GIVE_UP_AT[hasEverConnected ? 'later' : 'first']) giveUp();
    else if (unwell % PAIR_ANEW_AT[side] === 0) await rejoin(null);
    else if (unwell % RESTART_EVERY[side] === 0) pairing.peer.restart();
  }

  async function measure(current: Pairing): Promise<void> {
    const { peer } = current;
    const sample = readSample(await peer.getStats(), performance.now());
    if (hasLeft || pairing !== current) return;
    const picture = media.track('video');
    const quality = toQuality(sample, current.sample, picture !== null);
    current.isSilent = isSilentSince(current.sample, sample);
    current.sample = sample;
    show();
    if (board.getView().phase !== 'connected') return;
    board.change({ quality });
    link.reportQuality(quality);
    if (!picture) return;
    current.plan = planSending(current.plan, sample);
    const height = picture.getSettings().height ?? videoHeight;
    await peer.applyPicture(toEncoding(current.plan, height, videoHeight));
  }

  function hear(news: CallNews): void {
    switch (news.kind) {
      case 'connect':
        if (news.session !== pairing?.session) pair(news.session);
        break;
      case 'signalled':
        if (news.session === pairing?.session) pairing.peer.hear(news.signal);
        else early = [...early, news].slice(-MOST_EARLY);
        break;
      case 'seats': {
        const isThere = side === 'agent' ? news.visitor : news.agent;
        // The other side has a new page, and with it another chance.
        if (isThere && !board.getView().isOtherSideThere) unwell = 0;
        board.change({ isOtherSideThere: isThere });
        show();
        break;
      }
      case 'socket-back':
        void rejoin(pairing?.session ?? null);
        break;
      case 'taken-over':
        break;
    }
  }

  /** Timer of the checks: neither a browser that cannot measure nor one that refuses a setting may end a call. */
  const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS);
  media.onTracks(() => void pairing?.peer.useTracks().catch(() => {}));
  show();
  return {
    hear,
    leave() {
      hasLeft = true;
      clearInterval(timer);
      pairing?.peer.close();
      pairing = null;
    },
  };
}
