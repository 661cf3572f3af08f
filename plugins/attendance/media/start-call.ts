import type { JoinTicket } from '../protocol/calls/calls';
import type { ErrorCode } from '../protocol/shared/errors';
import type { Carrier, MediaControls } from './carrier/carrier';
import { joinDirect } from './direct/direct-call';
import type { CallNews, StartCall } from './call/ongoing-call';
import { createOwnMedia } from './carrier/own-media';
import { phaseOf } from './call/refusal';
import { createBoard } from './call/view-board';

/** Time for which a broken call is retried without asking, and interval of the tries, in ms. */
const MEND_FOR_MS = 60_000;
const MEND_EVERY_MS = 3_000;

/**
 * Starts a call: takes devices, then the seat; the ticket chooses the carrier, and a provider's client is loaded only
 * then.
 */
export const startCall: StartCall = (options) => {
  const { medium, link } = options;
  const board = createBoard(options);
  const media = createOwnMedia(board, medium);
  let controls: MediaControls = media;
  let carrier: Carrier | null = null;
  /** Facts that came before there was a carrier: they may overtake the response to `call:join`. */
  const early: CallNews[] = [];
  /** Number of the attempt: results of an earlier one are dropped. */
  let attempt = 0;
  let mendUntil = 0;

  async function begin(): Promise<void> {
    attempt += 1;
    const own = attempt;
    const isCurrent = () => own === attempt && board.getView().phase !== 'left';
    carrier?.leave(false);
    carrier = null;
    const isMending = Date.now() < mendUntil;
    board.change({ phase: isMending ? 'reconnecting' : 'devices', problem: null });
    if (!(await media.take()) || !isCurrent()) return;
    if (!isMending) board.change({ phase: 'joining' });
    const ticket = await link.join(null);
    if (!isCurrent()) return;
    if (typeof ticket === 'string') {
      refuse(ticket, false);
      return;
    }
    const joined = await open(ticket);
    if (!isCurrent()) {
      joined?.leave(false);
      return;
    }
    carrier = joined;
    for (const news of early.splice(0)) carrier?.hear(news);
  }

  async function open(ticket: JoinTicket): Promise<Carrier | null> {
    if (ticket.provider === 'direct') return joinDirect({ ...options, ticket, board, media, refuse });
    try {
      const { joinJitsi } = await import('./jitsi/jitsi-call');
      const jitsi = await joinJitsi({ ...options, ticket, board, media, refuse, rejoin: retry, mend });
      controls = jitsi;
      return jitsi;
    } catch (fault) {
      const isOld = fault instanceof Error && fault.name === 'PageTooOld';
      if (isOld || !mend(false))
        board.change({ phase: 'failed', problem: isOld ? 'page-too-old' : 'provider-unreachable' });
      return null;
    }
  }

  /**
   * Retries without a click after a break [M7]: a media server that was restarted is back in some seconds, and so is
   * everyone in its room.
   */
  function mend(hadJoined: boolean): boolean {
    const now = Date.now();
    if (hadJoined && now >= mendUntil) mendUntil = now + MEND_FOR_MS;
    if (now >= mendUntil) return false;
    board.change({ phase: 'reconnecting', surface: null, quality: null });
    const own = attempt;
    setTimeout(() => own === attempt && retry(), MEND_EVERY_MS);
    return true;
  }

  /** Handles a refused seat. Sound and picture that go on need no service for the moment. */
  function refuse(code: ErrorCode, isRunning: boolean): void {
    const news = phaseOf(code);
    if (news.phase === 'left') leave(false);
    else if (!isRunning || news.problem !== 'network') board.change(news);
  }

  function leave(isOver: boolean): void {
    attempt += 1;
    carrier?.leave(isOver);
    carrier = null;
    media.release();
    board.change({ phase: 'left', localStream: null, remoteStream: null, surface: null, quality: null });
  }

  function hear(news: CallNews): void {
    const { phase, problem } = board.getView();
    if (news.kind === 'taken-over') leave(false);
    else if (
      news.kind === 'socket-back' &&
      (phase === 'joining' || (phase === 'failed' && problem === 'network'))
    )
      retry();
    else if (carrier) carrier.hear(news);
    else early.push(news);
  }

  /** Tries again; `begin` never rejects, for link, media and `open` return their faults. */
  function retry(): void {
    void begin();
  }

  retry();
  return {
    getView: board.getView,
    subscribe: board.subscribe,
    hear,
    setMicrophone: (isOn) => controls.setMicrophone(isOn),
    setCamera: (isOn) => controls.setCamera(isOn),
    switchCamera: () => controls.switchCamera(),
    setScreenShared: (isShared) => controls.setScreenShared(isShared),
    chooseDevice: (kind, deviceId) => controls.chooseDevice(kind, deviceId),
    retry,
    leave,
  };
};
