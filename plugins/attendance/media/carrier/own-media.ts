import type { CallMedium } from '../../protocol/calls/calls';
import type { MediaControls } from './carrier';
import { listDevices, nextCamera, takeDevices, takeTrack, type TrackKind } from './devices';
import type { DeviceChoice } from '../call/ongoing-call';
import type { ViewBoard } from '../call/view-board';

/** Microphone, camera and screen of this page, as long as the call lasts. */
export interface OwnMedia extends MediaControls {
  /**
   * Requests the tracks that are not held yet; resolves with false where there is not even a voice, and the board has
   * the reason.
   */
  take(): Promise<boolean>;
  track(kind: TrackKind): MediaStreamTrack | null;
  /** Sets the one listener, called when other tracks are to be sent. */
  onTracks(listener: () => void): void;
  /** Releases the devices; they may be taken again. */
  release(): void;
}

export function createOwnMedia(board: ViewBoard, medium: CallMedium): OwnMedia {
  /** Stream of the whole call, always the same one: a `<video>` follows its tracks. */
  let stream: MediaStream | null = null;
  /** Track of the shared screen, in place of the camera's. */
  let screen: MediaStreamTrack | null = null;
  let output = '';
  let isReleased = false;
  let tell = () => {};
  let turn = Promise.resolve();

  const find = (kind: TrackKind) =>
    stream?.getTracks().find((track) => track.kind === kind && track !== screen) ?? null;
  const track = (kind: TrackKind) => (kind === 'video' && screen) || find(kind);

  /** Runs one change after the other: two clicks in a row must not take the camera twice. */
  function inTurn(act: () => Promise<void>): Promise<void> {
    turn = turn.then(async () => {
      if (!isReleased) await act();
    });
    return turn;
  }

  async function describe(): Promise<void> {
    const chosen = new Set(
      (['audio', 'video'] as const).map((kind) => `${kind}input${find(kind)?.getSettings().deviceId ?? ''}`),
    ).add(`audiooutput${output}`);
    const devices = await listDevices(chosen);
    const isCameraOn = find('video') !== null;
    const cameras = devices.filter(({ kind }) => kind === 'videoinput').length;
    board.change({
      devices,
      isCameraOn,
      isScreenShared: screen !== null,
      canSwitchCamera: isCameraOn && cameras > 1,
    });
  }

  function drop(held: MediaStreamTrack | null): void {
    if (!held) return;
    held.onended = null;
    held.stop();
    stream?.removeTrack(held);
  }

  function hold(fresh: MediaStreamTrack): void {
    if (isReleased || !stream) {
      fresh.stop();
      return;
    }
    fresh.enabled = fresh.kind === 'video' || board.getView().isMicrophoneOn;
    fresh.onended = () => void replace(fresh.kind as TrackKind, {});
    if (!stream.getTracks().includes(fresh)) stream.addTrack(fresh);
  }

  /** Replaces the device held by another; a phone opens its second camera only once the first is closed. */
  function replace(kind: TrackKind, wish: MediaTrackConstraints): Promise<void> {
    return inTurn(async () => {
      if (kind === 'video') drop(find(kind));
      const fresh = await takeTrack(kind, wish);
      if (typeof fresh === 'string') {
        board.change({ problem: fresh, isVoiceOnly: kind === 'video' || board.getView().isVoiceOnly });
      } else {
        if (kind === 'audio') drop(find(kind));
        hold(fresh);
        board.change({ problem: null, isVoiceOnly: kind === 'video' ? false : board.getView().isVoiceOnly });
      }
      tell();
      await describe();
    });
  }

  async function stopScreen(): Promise<void> {
    drop(screen);
    screen = null;
    tell();
    await describe();
  }

  async function startScreen(): Promise<void> {
    try {
      const [shared] = (await navigator.mediaDevices.getDisplayMedia({ video: true })).getVideoTracks();
      if (!shared) return;
      shared.contentHint = 'detail';
      screen = shared;
      // The browser has a button of its own to stop the sharing.
      shared.onended = () => void inTurn(stopScreen);
      tell();
      await describe();
    } catch {
      /* the person chose no screen */
    }
  }

  const onDevices = () => void describe();

  return {
    track,
    onTracks: (listener) => (tell = listener),
    async take() {
      if (stream) return true;
      isReleased = false;
      const taken = await takeDevices(medium);
      if (isReleased) {
        for (const late of taken.stream?.getTracks() ?? []) late.stop();
        return false;
      }
      if (!taken.stream) {
        board.change({ phase: 'failed', problem: taken.problem });
        return false;
      }
      ({ stream } = taken);
      stream.getTracks().forEach(hold);
      navigator.mediaDevices.addEventListener('devicechange', onDevices);
      board.change({ localStream: stream, problem: taken.problem, isVoiceOnly: taken.isVoiceOnly });
      await describe();
      return true;
    },
    setMicrophone: (isOn) => {
      const microphone = find('audio');
      if (microphone) microphone.enabled = isOn;
      board.change({ isMicrophoneOn: isOn });
      return Promise.resolve();
    },
    setCamera(isOn) {
      if (isOn) return medium === 'video' && !find('video') ? replace('video', {}) : Promise.resolve();
      return inTurn(async () => {
        drop(find('video'));
        tell();
        await describe();
      });
    },
    switchCamera() {
      const cameras = board.getView().devices.filter(({ kind }) => kind === 'videoinput');
      const ids = cameras.map(({ deviceId }) => deviceId);
      const held = find('video');
      return held ? replace('video', nextCamera(held.getSettings(), ids)) : Promise.resolve();
    },
    setScreenShared: (isShared) => (isShared ? startScreen() : inTurn(stopScreen)),
    chooseDevice(kind: DeviceChoice['kind'], deviceId) {
      if (kind !== 'audiooutput')
        return replace(kind === 'audioinput' ? 'audio' : 'video', { deviceId: { exact: deviceId } });
      // The output is chosen on the element: the screen reads the choice and calls `setSinkId`.
      output = deviceId;
      return describe();
    },
    release() {
      isReleased = true;
      navigator.mediaDevices?.removeEventListener('devicechange', onDevices);
      drop(screen);
      stream?.getTracks().forEach(drop);
      screen = stream = null;
    },
  };
}
