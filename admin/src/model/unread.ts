import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';

/**
 * Returns the number of the visitor's texts beyond the agent's watermark, as a snapshot would [K8]. Exact when every line
 * beyond it is held, or every line over which it moved from `readBefore`. Otherwise the count so far is kept as far as the
 * lines held allow: rather one too many than one unseen, until the server next sends the interaction whole.
 */
export function countUnread(
  { lastSequence, receipts, unreadCount }: AgentInteraction,
  messages: readonly Message[],
  readBefore: number = receipts.agent.read,
): number {
  const { read } = receipts.agent;
  const beyond = messages.filter(({ sequence }) => sequence > read && sequence <= lastSequence);
  const known = beyond.filter(isText).length;
  const missing = Math.max(0, lastSequence - read - beyond.length);
  const readSince = messages.filter(
    (message) => isText(message) && message.sequence > readBefore && message.sequence <= read,
  ).length;
  return Math.max(known, Math.min(unreadCount - readSince, known + missing));
}

function isText({ side }: Message): boolean {
  return side === 'visitor';
}
