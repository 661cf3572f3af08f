import { measureMessage } from '../../../plugins/attendance/protocol/rules/message-length';
import type { State } from './state';

/** Returns whether the draft can be sent: it has text or a file, it is not too long, and no file is still uploading. */
export function canSend({ attached, draft }: Pick<State, 'attached' | 'draft'>): boolean {
  const { isOver, isSendable } = measureMessage(draft);
  return !!attached && (isSendable || (attached.length > 0 && !isOver));
}
