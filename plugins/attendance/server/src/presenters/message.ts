import type { Message } from '../../../protocol/entities';

/** A line as the visitor may see it: what is meant for the team is not in it [R15]. */
export function toVisitorMessage(message: Message): Message {
  if (message.side !== 'system' || message.line.kind !== 'transferred' || message.line.note === '')
    return message;
  return { ...message, line: { ...message.line, note: '' } };
}

/** A page of a transcript as the visitor may see it. */
export function toVisitorPage<Page extends { readonly messages: readonly Message[] }>(
  page: Page,
): Page & { messages: Message[] } {
  return { ...page, messages: page.messages.map(toVisitorMessage) };
}
