import type { Message } from '../../../protocol/messages/messages';
import type { MessagePage } from '../application/messages/ports';

/** A line as the visitor may see it: what is meant for the team is not in it [R15]. */
export function toVisitorMessage(message: Message): Message {
  if (message.side !== 'system' || message.line.kind !== 'transferred' || message.line.note === '')
    return message;
  return { ...message, line: { ...message.line, note: '' } };
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
