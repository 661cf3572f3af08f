import { GOODBYE_WITHIN_MS, type Carrier, type CarrierOptions } from '../carrier/carrier';
import type { JitsiClient, JitsiEvent } from './jitsi-client';
import { readDeviceError, readError, readStats } from './jitsi-reading';
import type { CallNews, CallProblem } from '../call/ongoing-call';
import { ownPictureWidth } from '../call/own-picture';

export interface FollowOptions {
  /** Joins again with a fresh ticket: tokens live for two minutes at most. */
  rejoin(): void;
  /**
   * Handles a broken connection. Returns whether it is retried without asking; meanwhile, the view is up to the caller.
   */
  mend(hadJoined: boolean): boolean;
}

interface Options extends Pick<CarrierOptions, 'board' | 'side' | 'link' | 'refuse'>, FollowOptions {
  /** Whether tokens are in use; without them the first to come moderates, so that the moderator proves nothing. */
  readonly hasToken: boolean;
  onJoined(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const JOIN_WITHIN_MS = 30_000;
/** Wait in ms for a goodbye on which nothing depends: the frame may go, and its devices may be wanted again at once. */
const BRIEF_GOODBYE_MS = 500;
/**
 * Wait in ms before a closed room counts as a failure: it may close before the product's own fact of the hang-up
 * arrives.
 */
const NEWS_WITHIN_MS = 2_000;
/** Time in ms in which an error that the client does not call fatal may mend by itself, while it joins. */
const MENDS_WITHIN_MS = 5_000;

/** Derives the product's view of a call from the client's events of its room, and leaves the room in the end. */
export function follow(client: JitsiClient, options: Options): Carrier {
  const { board, hasToken, side, link, mend, rejoin, refuse } = options;
  let hasJoined = false;
  let ownId = '';
  /** Participants reported as moderators: the client may do so before it reports which of them this side is. */
  const moderators = new Set<string>();
  let others = 0;
  let hasLeft = false;
  let ownWidth = 0;
  let suspicion: ReturnType<typeof setTimeout> | undefined;
  let goodbye: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    const { isOtherSideThere, phase } = board.getView();
    if (!hasJoined || hasLeft || phase === 'failed') return;
    const arriving = others > 0 ? 'connected' : 'connecting';
    board.change({ phase: isOtherSideThere ? arriving : 'alone' });
  }

  /** Fails the call and removes the client's frame: the fault is shown in our own words. */
  function fail(problem: CallProblem): void {
    if (hasLeft) return;
    leave(false);
    const isMended = (problem === 'network' || problem === 'provider-unreachable') && mend(hasJoined);
    if (!isMended) board.change({ phase: 'failed', problem, surface: null, quality: null });
  }

  /** Fails after a wait, unless this side leaves or joins before; the first reason is the telling one. */
  function failSoon(problem: CallProblem, afterMs: number): void {
    suspicion ??= setTimeout(() => fail(problem), afterMs);
  }

  function leave(isOver: boolean): void {
    if (hasLeft) return;
    hasLeft = true;
    clearInterval(timer);
    clearTimeout(late);
    clearTimeout(suspicion);
    // A person who copied the frame's address would stay, and keep the room open for others; only a moderator may end it.
    const isToEnd = isOver && side === 'agent' && hasJoined;
    if (isToEnd) client.executeCommand('endConference');
    client.executeCommand('hangup');
    goodbye = setTimeout(dispose, isToEnd ? GOODBYE_WITHIN_MS : BRIEF_GOODBYE_MS);
  }

  function dispose(): void {
    clearTimeout(goodbye);
    client.dispose();
  }

  function count(change: number): void {
    others = Math.max(0, others + change);
    show();
  }

  /**
   * Ends a call whose visitor moderates, and so could remove the agent: such a deployment gives the room to everybody.
   */
  function judgeRoles(): void {
    if (side !== 'visitor' || !hasToken || !hasJoined || hasLeft || !moderators.has(ownId)) return;
    link.reportUnsafe();
    fail('room-unsafe');
  }

  function takeError(event: JitsiEvent): void {
    const { problem, isCertain } = readError(event);
    if (problem === 'room-closed') failSoon(problem, NEWS_WITHIN_MS);
    else if (isCertain) fail(problem);
    else if (!hasJoined) failSoon(problem, MENDS_WITHIN_MS);
  }

  const close = () => failSoon('room-closed', NEWS_WITHIN_MS);
  const late = setTimeout(() => fail('provider-unreachable'), JOIN_WITHIN_MS);
  client.on('videoConferenceJoined', ({ id = '' }) => {
    clearTimeout(late);
    clearTimeout(suspicion);
    suspicion = undefined;
    hasJoined = true;
    ownId = id;
    show();
    judgeRoles();
    void options.onJoined().catch(() => {});
  });
  client.on('participantRoleChanged', ({ id = '', role }) => {
    if (role === 'moderator') moderators.add(id);
    else moderators.delete(id);
    judgeRoles();
  });
  client.on('participantJoined', () => count(1));
  client.on('participantLeft', () => count(-1));
  client.on('audioMuteStatusChanged', ({ muted = false }) => board.change({ isMicrophoneOn: !muted }));
  client.on('videoMuteStatusChanged', ({ muted = false }) => board.change({ isCameraOn: !muted }));
  client.on('screenSharingStatusChanged', ({ on = false }) => board.change({ isScreenShared: on }));
  client.on('micError', (event) => board.change({ problem: readDeviceError(event) }));
  client.on('cameraError', (event) =>
    board.change({ problem: readDeviceError(event), isVoiceOnly: true, isCameraOn: false }),
  );
  client.on('errorOccurred', takeError);
  client.on('participantKickedOut', ({ kicked }) => {
    if (kicked?.local) close();
  });
  // The device slept: the room has dropped this side.
  client.on('suspendDetected', () => !hasLeft && rejoin());
  // Nobody here hung up. Which of the two comes, and whether the second one does, depends on why.
  client.on('videoConferenceLeft', close);
  client.on('readyToClose', () => (goodbye === undefined ? close() : dispose()));

  async function measure(): Promise<void> {
    const quality = hasJoined ? readStats(await client.getConnectionStats?.(), ownId) : null;
    if (!quality || hasLeft) return;
    board.change({ quality });
    link.reportQuality(quality);
    const width = ownPictureWidth(quality.sentHeight);
    if (side === 'visitor' || width === ownWidth) return;
    ownWidth = width;
    // Jitsi draws the own picture, and heeds this where its frame is 920 px wide or more.
    client.executeCommand('resizeFilmStrip', { width });
  }

  async function takeSeatAgain(): Promise<void> {
    const answer = await link.join(null);
    if (!hasLeft && typeof answer === 'string') refuse(answer, hasJoined);
  }

  function hear(news: CallNews): void {
    if (news.kind === 'socket-back' && !hasLeft) void takeSeatAgain();
    if (news.kind !== 'seats') return;
    board.change({ isOtherSideThere: side === 'agent' ? news.visitor : news.agent });
    show();
  }

  const timer = setInterval(() => void measure().catch(() => {}), LOOK_EVERY_MS);
  return { hear, leave };
}
