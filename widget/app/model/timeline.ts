import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { isShownToVisitor, type VisitorLine } from '../../../plugins/attendance/protocol/lines/line-texts';
import { receiptOf, type Receipt } from '../../../plugins/attendance/chat/receipts';
import type { State } from './state';

export interface TextItem {
  readonly kind: 'text';
  readonly key: string;
  readonly isOwn: boolean;
  /** The sender's name; empty for the visitor's own messages. */
  readonly sender: string;
  readonly body: string;
  readonly attachments?: readonly Attachment[] | undefined;
  /** The time of storage in ms; null while the message is not stored. */
  readonly sentAt: number | null;
  /** The delivery status of the visitor's own message; null for what others wrote. */
  readonly receipt: Receipt | 'sending' | 'failed' | null;
  /** Whether this is the last of a run with one sender and one receipt: only then are time and receipt shown. */
  readonly isLastOfRun: boolean;
}

export interface LineItem {
  readonly kind: 'line';
  readonly key: string;
  readonly line: VisitorLine;
}

export type TimelineItem = TextItem | LineItem;

/** Returns the items of the conversation, top to bottom: stored messages by sequence, then those in the outbox. */
export function toTimeline({ messages, outbox, interaction }: State): readonly TimelineItem[] {
  const agent = interaction?.receipts.agent ?? { delivered: 0, read: 0 };
  const stored = messages.flatMap((message): TimelineItem | readonly [] => {
    if (message.side === 'system')
      return isShownToVisitor(message.line)
        ? { kind: 'line', key: `${message.sequence}`, line: message.line }
        : [];
    const isOwn = message.side === 'visitor';
    return {
      kind: 'text',
      key: message.clientMessageId,
      isOwn,
      sender: isOwn ? '' : message.agentName,
      body: message.body,
      attachments: message.attachments,
      sentAt: message.sentAt,
      receipt: isOwn ? receiptOf(message.sequence, agent) : null,
      isLastOfRun: true,
    };
  });
  const unsent = outbox.map(({ clientMessageId, body, attachments, hasFailed }): TimelineItem => ({
    kind: 'text',
    key: clientMessageId,
    isOwn: true,
    sender: '',
    body,
    attachments,
    sentAt: null,
    receipt: hasFailed ? 'failed' : 'sending',
    isLastOfRun: true,
  }));
  return markRuns([...stored, ...unsent]);
}

function markRuns(items: readonly TimelineItem[]): readonly TimelineItem[] {
  return items.map((item, index) => {
    const next = items[index + 1];
    if (item.kind !== 'text' || next?.kind !== 'text') return item;
    const isSameRun =
      next.isOwn === item.isOwn && next.sender === item.sender && next.receipt === item.receipt;
    return { ...item, isLastOfRun: !isSameRun };
  });
}
