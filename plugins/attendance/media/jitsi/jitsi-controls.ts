import type { MediaControls } from '../carrier/carrier';
import type { JitsiClient } from './jitsi-client';
import { readDevices } from './jitsi-reading';
import type { ViewBoard } from '../call/view-board';

export interface JitsiControls extends MediaControls {
  /** Lists the devices: browsers name them only once one was granted, which is when the room is joined. */
  listDevices(): Promise<void>;
}

/**
 * Returns the controls of a person's own sound and picture, as the client's commands; the outcome comes as its events.
 */
export function controlsOf(client: JitsiClient, board: ViewBoard): JitsiControls {
  /** Sends a command only where it changes something: the client's commands toggle. */
  const toggle = (command: string, isWanted: boolean) => {
    if (isWanted) client.executeCommand(command);
    return Promise.resolve();
  };
  async function listDevices(): Promise<void> {
    const [available, current] = await Promise.all([
      client.getAvailableDevices?.(),
      client.getCurrentDevices?.(),
    ]);
    board.change({ devices: readDevices(available, current) });
  }
  return {
    listDevices,
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
