import type { Message, Watermark } from '../../../plugins/attendance/protocol/messages/messages';
import { heldThrough } from '../../../plugins/attendance/protocol/rules/transcript';
import type { State } from './state';

/** Whether the visitor has the conversation before their eyes. */
export function isLooking({ isOpen, isTabVisible }: State): boolean {
  return isOpen && isTabVisible;
}

/** The watermark this panel may claim for its visitor; only what somebody else wrote makes it worth a word. */
export function claimable(state: State): Watermark {
  const held = heldThrough(state.messages);
  const last = state.messages.findLast((message) => message.side === 'agent' && message.sequence <= held);
  const sequence = last?.sequence ?? 0;
  return { delivered: sequence, read: isLooking(state) ? sequence : 0 };
}

/** Messages of the agent that the visitor has not seen [W6]. */
export function unreadMessages(state: State): readonly Message[] {
  const read = state.interaction?.receipts.visitor.read ?? 0;
  return state.messages.filter(({ side, sequence }: Message) => side === 'agent' && sequence > read);
}
