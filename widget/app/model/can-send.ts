import { measureMessage } from '../../../plugins/attendance/protocol/rules/message-length';
import type { State } from './state';

/** Something is said or attached, it is not too long, and nothing that belongs to it is still on its way. */
export function canSend({ attached, draft }: Pick<State, 'attached' | 'draft'>): boolean {
  const { isOver, isSendable } = measureMessage(draft);
  return !!attached && (isSendable || (attached.length > 0 && !isOver));
}
