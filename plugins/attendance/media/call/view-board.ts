import type { CallView, OngoingCallOptions } from './ongoing-call';

/** Where every part of a call writes what it knows, and screens read it. */
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
      // What is over stays over: late answers of browser and network come to nothing.
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
