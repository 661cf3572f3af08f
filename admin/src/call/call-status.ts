import type { CallView } from '../../../plugins/attendance/media/call/ongoing-call';
import type { CallQuality } from '../../../plugins/attendance/protocol/calls/calls';
import type { TextKey } from '../i18n/pt-BR';
import { weakSideOf } from './quality-view';

/** Returns the text key of the one thing to say about the call as it is; null where all is well. */
export function statusOf(view: CallView, visitorQuality: CallQuality | null): TextKey | null {
  if (view.phase !== 'connected') return `call.phase.${view.phase}`;
  const weak = weakSideOf(view.quality, visitorQuality);
  if (weak !== null) return `call.weak.${weak}`;
  if (view.isScreenShared) return view.isMicrophoneOn ? 'call.screen.isOn' : 'call.screen.isOnMuted';
  if (!view.isMicrophoneOn) return 'call.microphone.isOff';
  if (view.isVoiceOnly) return 'call.voiceOnly';
  return null;
}
