import type { CallView } from '../../../plugins/attendance/media/call/ongoing-call';
import type { CallTexts } from '../i18n/shapes/call-texts';

/**
 * The line about how the call stands; empty where the clock tells it. That quality varies is no news for a visitor [M6]: only what is
 * not heard any more is told.
 */
export function describeCall({ phase, medium }: CallView, hasMet: boolean, texts: CallTexts): string {
  switch (phase) {
    case 'devices':
      return texts.needs[medium];
    case 'joining':
    case 'connecting':
      return texts.connecting;
    case 'alone':
      return hasMet ? texts.agentGone : texts.agentComing;
    case 'reconnecting':
      return texts.reconnecting;
    case 'connected':
      return texts.inCall;
    case 'failed':
    case 'left':
      return '';
  }
}
