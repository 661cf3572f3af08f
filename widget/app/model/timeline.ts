import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { Message, SystemLine } from '../../../plugins/attendance/protocol/messages/messages';
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
  readonly line: SystemLine;
}

export type TimelineItem = TextItem | LineItem;

/** Returns the items of the conversation, top to bottom: stored messages by sequence, then those in the outbox. */
export function toTimeline({ messages, outbox, interaction }: State): readonly TimelineItem[] {
  const agent = interaction?.receipts.agent ?? { delivered: 0, read: 0 };
  const stored = messages.filter(isForVisitor).map((message): TimelineItem => {
    if (message.side === 'system') return { kind: 'line', key: `${message.sequence}`, line: message.line };
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

/** Whether the visitor sees a system line: a change of page is news to the agent only, and a newer server's kinds are unknown. */
const IS_FOR_VISITOR: Readonly<Record<SystemLine['kind'], boolean>> = {
  'agent-joined': true,
  'agent-left': true,
  'page-changed': false,
  'visitor-ended': true,
  'agent-ended': true,
  'call-started': true,
  'call-ended': true,
  'call-unanswered': true,
  transferred: true,
};

function isForVisitor(message: Message): boolean {
  return message.side !== 'system' || IS_FOR_VISITOR[message.line.kind];
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
