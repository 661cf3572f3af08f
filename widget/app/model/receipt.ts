import type { Message, Watermark } from '../../../plugins/attendance/protocol/messages/messages';
import { heldThrough } from '../../../plugins/attendance/protocol/rules/transcript';
import type { State } from './state';

/** Returns whether the visitor sees the conversation: the panel is open and its tab visible. */
export function isLooking({ isOpen, isTabVisible }: State): boolean {
  return isOpen && isTabVisible;
}

/** Returns the watermark that this panel may report for its visitor; only the agent's messages move it. */
export function claimable(state: State): Watermark {
  const held = heldThrough(state.messages);
  const last = state.messages.findLast((message) => message.side === 'agent' && message.sequence <= held);
  const sequence = last?.sequence ?? 0;
  return { delivered: sequence, read: isLooking(state) ? sequence : 0 };
}

/** Returns the agent's messages that the visitor has not read [W6]. */
export function unreadMessages(state: State): readonly Message[] {
  const read = state.interaction?.receipts.visitor.read ?? 0;
  return state.messages.filter(({ side, sequence }: Message) => side === 'agent' && sequence > read);
}
