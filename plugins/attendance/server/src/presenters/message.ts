import type { Message } from '../../../protocol/messages/messages';
import type { MessagePage } from '../application/messages/ports';

/** A line as the visitor may see it: what is meant for the team is not in it [R15], nor that a supervisor put it back [R17]. */
export function toVisitorMessage(message: Message): Message {
  if (message.side !== 'system') return message;
  const { line } = message;
  if (line.kind === 'transferred' && line.note !== '') return { ...message, line: { ...line, note: '' } };
  if (line.kind === 'agent-left' && line.reason === 'supervisor')
    return { ...message, line: { ...line, reason: 'lost' } };
  return message;
}

/** A page of a transcript on the wire. */
interface SentPage {
  readonly messages: Message[];
  readonly hasMore: boolean;
}

export function toAgentPage({ hasMore, messages }: MessagePage): SentPage {
  return { messages, hasMore };
}

/** Returns the page as the visitor may see it. */
export function toVisitorPage({ hasMore, messages }: MessagePage): SentPage {
  return { messages: messages.map(toVisitorMessage), hasMore };
}
