import type { Carrier, CarrierOptions, MediaControls } from './carrier';
import { openClient, type JitsiClient } from './jitsi-client';
import { toConfig, type JitsiTicket } from './jitsi-options';
import { readDeviceError, readDevices, readError, readStats } from './jitsi-reading';
import type { CallNews, CallProblem } from './ongoing-call';
import type { ViewBoard } from './view-board';

const LOOK_EVERY_MS = 2_000;
const JOIN_WITHIN_MS = 30_000;
/** For the client to say goodbye to the room before its frame goes. */
const GOODBYE_MS = 500;

export interface JitsiOptions extends CarrierOptions {
  readonly ticket: JitsiTicket;
  /** Joins again with a fresh ticket: tokens live for two minutes at most. */
  rejoin(): void;
}

/**
 * A Jitsi deployment [M3]; it draws the pictures itself, in a frame of its own. Who is there is told by the product's own seats: seen, a
 * crashed browser stays in a room for a minute.
 */
export async function joinJitsi(options: JitsiOptions): Promise<Carrier & MediaControls> {
  const { ticket, side, language, board, media } = options;
  const surface = document.createElement('div');
  // The client's frame is as high as what it stands in.
  surface.style.cssText = 'width:100%;height:100%';
  const hasCamera = media.track('video') !== null;
  // Asked for so far only to know that there are devices: the client takes its own, and not every camera can be held twice.
  media.release();
  board.change({ surface, localStream: null });
  const client = await openClient(ticket, surface, {
    lang: language,
    configOverwrite: toConfig(ticket, side, hasCamera),
  });
  return follow(client, options);
}

function follow(
  client: JitsiClient,
  { board, side, link, rejoin, refuse }: JitsiOptions,
): Carrier & MediaControls {
  let hasJoined = false;
  let others = 0;
  let hasLeft = false;

  function show(): void {
    const { isOtherSideThere, phase } = board.getView();
    if (!hasJoined || phase === 'failed') return;
    const arriving = others > 0 ? 'connected' : 'connecting';
    board.change({ phase: isOtherSideThere ? arriving : 'alone' });
  }

  /** Its frame goes too: what it would say of the fault is said by ours. */
  function fail(problem: CallProblem): void {
    if (hasLeft) return;
    leave();
    board.change({ phase: 'failed', problem, surface: null, quality: null });
  }

  function leave(): void {
    if (hasLeft) return;
    hasLeft = true;
    clearInterval(timer);
    clearTimeout(late);
    client.executeCommand('hangup');
    setTimeout(() => client.dispose(), GOODBYE_MS);
  }

  function count(change: number): void {
    others = Math.max(0, others + change);
    show();
  }

  const late = setTimeout(() => fail('provider-unreachable'), JOIN_WITHIN_MS);
  client.on('videoConferenceJoined', () => {
    clearTimeout(late);
    hasJoined = true;
    show();
    void listDevices().catch(() => {});
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
  client.on('errorOccurred', (event) => {
    const problem = readError(event);
    if (problem) fail(problem);
  });
  // The device slept: the room has forgotten this side.
  client.on('suspendDetected', () => !hasLeft && rejoin());
  // Nobody here hung up: the room is closed, or the connection to it broke for good.
  client.on('readyToClose', () => fail('network'));

  async function listDevices(): Promise<void> {
    const [available, current] = await Promise.all([
      client.getAvailableDevices?.(),
      client.getCurrentDevices?.(),
    ]);
    if (!hasLeft) board.change({ devices: readDevices(available, current) });
  }

  async function measure(): Promise<void> {
    const quality = hasJoined ? readStats(await client.getConnectionStats?.()) : null;
    if (!quality || hasLeft) return;
    board.change({ quality });
    link.reportQuality(quality);
  }

  async function takeSeatAgain(): Promise<void> {
    const answer = await link.join(null);
    if (!hasLeft && typeof answer === 'string') refuse(answer, hasJoined);
  }

  function hear(news: CallNews): void {
    if (news.kind === 'socket-back') void takeSeatAgain();
    if (news.kind !== 'seats') return;
    board.change({ isOtherSideThere: side === 'agent' ? news.visitor : news.agent });
    show();
  }

  const timer = setInterval(() => void measure().catch(() => {}), LOOK_EVERY_MS);
  return {
    ...controlsOf(client, board, listDevices),
    hear,
    leave,
  };
}

/** The client's commands toggle: what is so already must not be asked for. */
function controlsOf(client: JitsiClient, board: ViewBoard, listDevices: () => Promise<void>): MediaControls {
  const toggle = (command: string, isWanted: boolean) => {
    if (isWanted) client.executeCommand(command);
    return Promise.resolve();
  };
  return {
    setMicrophone: (isOn) => toggle('toggleAudio', isOn !== board.getView().isMicrophoneOn),
    setCamera: (isOn) => toggle('toggleVideo', isOn !== board.getView().isCameraOn),
    switchCamera: () => toggle('toggleCamera', true),
    setScreenShared: (isShared) => toggle('toggleShareScreen', isShared !== board.getView().isScreenShared),
    async chooseDevice(kind, deviceId) {
      const label = board.getView().devices.find((device) => device.deviceId === deviceId)?.label ?? '';
      if (kind === 'audioinput') client.setAudioInputDevice?.(label, deviceId);
      else if (kind === 'audiooutput') client.setAudioOutputDevice?.(label, deviceId);
      else client.setVideoInputDevice?.(label, deviceId);
      await listDevices();
    },
  };
}
