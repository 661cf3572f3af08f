import type { CallView } from '../../../plugins/attendance/media/call/ongoing-call';
import type { CallTexts } from '../i18n/shapes/call-texts';

/**
 * Returns the status line of a call; empty once it has failed or was left. Varying quality is not reported to a visitor [M6],
 * only a lost connection.
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
