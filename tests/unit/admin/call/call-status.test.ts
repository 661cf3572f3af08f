import { describe, expect, it } from 'vitest';

import { statusOf } from '../../../../admin/src/call/call-status';
import type { CallView } from '../../../../plugins/attendance/media/call/ongoing-call';
import type { CallQuality } from '../../../../plugins/attendance/protocol/calls/calls';

const quality = (score: number): CallQuality => ({
  score,
  roundTripMs: 50,
  lossPercent: 0,
  sentKbps: 800,
  sentHeight: 720,
});

const view = (overrides: Partial<CallView> = {}): CallView => ({
  phase: 'connected',
  problem: null,
  isVoiceOnly: false,
  medium: 'video',
  isMicrophoneOn: true,
  isCameraOn: true,
  isScreenShared: false,
  canShareScreen: true,
  canSwitchCamera: false,
  devices: [],
  localStream: null,
  remoteStream: null,
  surface: null,
  isOtherSideThere: true,
  quality: quality(90),
  ...overrides,
});

describe('the one thing said of a call', () => {
  it.each<[string, CallView, CallQuality | null, string | null]>([
    ['nothing where all is well', view(), quality(90), null],
    ['what it is about to do', view({ phase: 'connecting' }), quality(10), 'call.phase.connecting'],
    ['whose side is weak', view(), quality(10), 'call.weak.visitor'],
    ['that the own side is', view({ quality: quality(10) }), null, 'call.weak.agent'],
    ['that both are', view({ quality: quality(10) }), quality(10), 'call.weak.both'],
    ['that nothing is heard', view({ isMicrophoneOn: false }), null, 'call.microphone.isOff'],
    ['that the screen is seen', view({ isScreenShared: true }), null, 'call.screen.isOn'],
    ['both of these', view({ isScreenShared: true, isMicrophoneOn: false }), null, 'call.screen.isOnMuted'],
    ['that there is no camera', view({ isVoiceOnly: true }), null, 'call.voiceOnly'],
  ])('[M6] %s', (_, seen, other, text) => {
    expect(statusOf(seen, other)).toBe(text);
  });
});
