import type { Attachment } from '../../../../plugins/attendance/protocol/attachments/attachments';
import type {
  Message,
  SystemLine,
  Watermark,
} from '../../../../plugins/attendance/protocol/messages/messages';
import type { AgentId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { Note } from '../../../../plugins/attendance/protocol/tools/tools';
import { dayOf } from '../day-of';
import type { OutboxEntry } from '../state';
import { receiptOf as storedReceiptOf } from '../../../../plugins/attendance/chat/receipts';
import type { Receipt as StoredReceipt } from '../../../../plugins/attendance/chat/receipts';

/** Time within which one person's messages form a run, in ms. */
const RUN_MS = 5 * 60_000;

export interface TextItem {
  readonly kind: 'text';
  readonly key: string;
  /** Sequence of the message; null while it is not known to be stored. */
  readonly sequence: number | null;
  readonly clientMessageId: string;
  readonly side: 'visitor' | 'agent';
  /** Name of the agent who wrote the message; empty for the visitor's. */
  readonly agentName: string;
  /** Text of the message; empty where there are files only. */
  readonly body: string;
  readonly attachments: readonly Attachment[];
  readonly at: number;
  readonly hasFailed: boolean;
  readonly isFirstOfRun: boolean;
  /** Whether the message is the last of a run: only there are time and receipt shown. */
  readonly isLastOfRun: boolean;
}

/** A note that the team alone sees, in its place by time [C9]. */
export interface NoteItem {
  readonly kind: 'note';
  readonly key: string;
  readonly clientMessageId: string;
  /** Name of the note's writer; empty for one's own that is not known to be stored. */
  readonly agentName: string;
  readonly body: string;
  readonly at: number;
  readonly state: 'stored' | 'sending' | 'failed';
  /** Writer of the note; null for one's own that is not known to be stored. */
  readonly agentId: AgentId | null;
  /** Whether it is a whisper, of a supervisor to the agent [R17]. */
  readonly isWhisper: boolean;
}

export type TimelineItem =
  | TextItem
  | NoteItem
  | { readonly kind: 'start'; readonly key: 'start'; readonly at: number; readonly url: string }
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'line'; readonly key: string; readonly at: number; readonly line: SystemLine };

/** A timeline entry before its neighbours are known. */
type Entry = TextItem | NoteItem | Extract<TimelineItem, { kind: 'line' }>;

type Source = Message | Note | OutboxEntry;

/**
 * Cached entries by message: an entry that reads the same is the same object, so that only changes are rendered again.
 */
const entries = new WeakMap<Source, Entry>();
const days = new WeakMap<Source, string>();

/** Returns the items of the conversation, top to bottom: stored lines in their one order, then pending ones. */
export function toTimeline(
  stored: readonly (Message | Note)[],
  unsent: readonly OutboxEntry[],
  originUrl = '',
): readonly TimelineItem[] {
  const sources: readonly Source[] = [...stored, ...unsent];
  const items: TimelineItem[] = [];
  let day = '';
  sources.forEach((source, index) => {
    const entry = toEntry(source);
    const itsDay = dayFor(source, entry.at);
    if (itsDay !== day) items.push({ kind: 'day', key: `day/${entry.key}`, at: entry.at });
    day = itsDay;
    if (originUrl !== '' && 'sequence' in source && source.sequence === 1)
      items.push({ kind: 'start', key: 'start', at: entry.at, url: originUrl });
    const isFirstOfRun = !isSameRun(sources[index - 1], source);
    const isLastOfRun = !isSameRun(source, sources[index + 1]);
    items.push(withRun(source, entry, isFirstOfRun, isLastOfRun));
  });
  return items;
}

function toEntry(source: Source): Entry {
  const known = entries.get(source);
  if (known !== undefined) return known;
  const entry =
    'side' in source ? fromMessage(source) : 'id' in source ? fromNote(source) : fromOutbox(source);
  entries.set(source, entry);
  return entry;
}

function dayFor(source: Source, at: number): string {
  const known = days.get(source);
  if (known !== undefined) return known;
  const day = dayOf(at);
  days.set(source, day);
  return day;
}

function withRun(source: Source, entry: Entry, isFirstOfRun: boolean, isLastOfRun: boolean): Entry {
  if (entry.kind !== 'text') return entry;
  if (entry.isFirstOfRun === isFirstOfRun && entry.isLastOfRun === isLastOfRun) return entry;
  const item = { ...entry, isFirstOfRun, isLastOfRun };
  entries.set(source, item);
  return item;
}

const NO_FILES: readonly Attachment[] = [];
const ALONE = { isFirstOfRun: true, isLastOfRun: true } as const;

function fromMessage(message: Message): Entry {
  const { sentAt, sequence, side } = message;
  if (side === 'system') return { kind: 'line', key: `line/${sequence}`, at: sentAt, line: message.line };
  return {
    kind: 'text',
    key: `${side}/${message.clientMessageId}`,
    sequence,
    clientMessageId: message.clientMessageId,
    side,
    agentName: side === 'agent' ? message.agentName : '',
    body: message.body,
    attachments: message.attachments ?? NO_FILES,
    at: sentAt,
    hasFailed: false,
    ...ALONE,
  };
}

function fromNote({ agentId, agentName, body, clientNoteId, isWhisper, writtenAt }: Note): Entry {
  return {
    kind: 'note',
    key: `note/${clientNoteId}`,
    clientMessageId: clientNoteId,
    agentName,
    body,
    at: writtenAt,
    state: 'stored',
    agentId,
    isWhisper: isWhisper === true,
  };
}

function fromOutbox({
  attachments,
  body,
  clientMessageId,
  hasFailed,
  isNote,
  isWhisper,
  writtenAt,
}: OutboxEntry): Entry {
  if (isNote === true)
    return {
      kind: 'note',
      key: `note/${clientMessageId}`,
      clientMessageId,
      agentName: '',
      body,
      at: writtenAt,
      state: hasFailed ? 'failed' : 'sending',
      agentId: null,
      isWhisper: isWhisper === true,
    };
  return {
    kind: 'text',
    key: `agent/${clientMessageId}`,
    sequence: null,
    clientMessageId,
    side: 'agent',
    agentName: '',
    body,
    attachments: attachments ?? NO_FILES,
    at: writtenAt,
    hasFailed,
    ...ALONE,
  };
}

function isSameRun(before: Source | undefined, after: Source | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const one = toEntry(before);
  const other = toEntry(after);
  if (one.kind !== 'text' || other.kind !== 'text' || one.side !== other.side) return false;
  // A pending message shows its own state.
  if (one.hasFailed || (one.sequence === null) !== (other.sequence === null)) return false;
  return one.agentName === other.agentName && other.at - one.at < RUN_MS;
}

export type Receipt = 'sending' | 'failed' | StoredReceipt;

/** Returns the receipt of an agent's message [C2]; `visitor` is the other side's watermark. */
export function receiptOf(
  { hasFailed, sequence }: Pick<TextItem, 'hasFailed' | 'sequence'>,
  visitor: Watermark,
): Receipt {
  if (sequence === null) return hasFailed ? 'failed' : 'sending';
  return storedReceiptOf(sequence, visitor);
}

/** Returns the number of the visitor's texts beyond the last line that was in sight. */
export function countBelow(messages: readonly Message[], seenSequence: number): number {
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message === undefined || message.sequence <= seenSequence) break;
    if (message.side === 'visitor') count += 1;
  }
  return count;
}
