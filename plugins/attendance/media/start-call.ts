import type { JoinTicket } from '../protocol/calls/calls';
import type { ErrorCode } from '../protocol/shared/errors';
import type { Carrier, MediaControls } from './carrier/carrier';
import { joinDirect } from './direct/direct-call';
import type { CallNews, StartCall } from './call/ongoing-call';
import { createOwnMedia } from './carrier/own-media';
import { phaseOf } from './call/refusal';
import { createBoard } from './call/view-board';

/** How long a call that went on and broke is tried again without asking, and how often. */
const MEND_FOR_MS = 60_000;
const MEND_EVERY_MS = 3_000;

/** Takes devices, then the seat; what carries the call is the ticket's choice, and a provider's client is fetched only then. */
export const startCall: StartCall = (options) => {
  const { medium, link } = options;
  const board = createBoard(options);
  const media = createOwnMedia(board, medium);
  let controls: MediaControls = media;
  let carrier: Carrier | null = null;
  /** What came before there was somebody to hear it: the server's news may overtake the answer to `call:join`. */
  const early: CallNews[] = [];
  /** Counts the tries: what an earlier one still brings is dropped. */
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

  /** A media server that was restarted is back in some seconds: whoever was in its room is so too, without a click [M7]. */
  function mend(hadJoined: boolean): boolean {
    const now = Date.now();
    if (hadJoined && now >= mendUntil) mendUntil = now + MEND_FOR_MS;
    if (now >= mendUntil) return false;
    board.change({ phase: 'reconnecting', surface: null, quality: null });
    const own = attempt;
    setTimeout(() => own === attempt && retry(), MEND_EVERY_MS);
    return true;
  }

  /** The seat was refused. Sound and picture that go on need no service for the moment. */
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

  /** `begin` does not reject: link, media and `open` answer their faults. */
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
