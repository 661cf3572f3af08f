import type { CallView, OngoingCallOptions } from './ongoing-call';

/** Board on which every part of a call writes its observations, and from which screens read. */
export interface ViewBoard {
  getView(): CallView;
  change(news: Partial<CallView>): void;
  subscribe(listener: () => void): () => void;
}

export function createBoard({ medium, side }: Pick<OngoingCallOptions, 'medium' | 'side'>): ViewBoard {
  const listeners = new Set<() => void>();
  let view: CallView = {
    phase: 'devices',
    problem: null,
    isVoiceOnly: false,
    medium,
    isMicrophoneOn: true,
    isCameraOn: false,
    isScreenShared: false,
    canShareScreen: side === 'agent' && 'getDisplayMedia' in (navigator.mediaDevices ?? {}),
    canSwitchCamera: false,
    devices: [],
    localStream: null,
    remoteStream: null,
    surface: null,
    isOtherSideThere: false,
    quality: null,
  };
  return {
    getView: () => view,
    change(news) {
      // A call that was left stays so: late responses of browser and network are dropped.
      if (view.phase === 'left') return;
      view = { ...view, ...news };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
