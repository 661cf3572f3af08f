import type { PersonMessage } from '../../../plugins/attendance/protocol/messages/messages';
import type { VisitorCommandData } from '../../../plugins/attendance/protocol/wire/events';
import { mergeMessages } from '../../../plugins/attendance/protocol/rules/transcript';
import type { OutboxEntry, State } from './state';

function without(outbox: readonly OutboxEntry[], clientMessageId: string): readonly OutboxEntry[] {
  return outbox.filter((entry) => entry.clientMessageId !== clientMessageId);
}

function find({ outbox }: State, clientMessageId: string): OutboxEntry | undefined {
  return outbox.find((entry) => entry.clientMessageId === clientMessageId);
}

/** The acknowledgement came: the message is stored and takes its place in the one order. */
export function store(
  state: State,
  clientMessageId: string,
  answer: VisitorCommandData<'message:post'>,
): State {
  const entry = find(state, clientMessageId);
  if (!entry) return state;
  const { attachments, body } = entry;
  const message: PersonMessage = {
    side: 'visitor',
    clientMessageId,
    body,
    ...(attachments && { attachments: [...attachments] }),
    ...answer,
  };
  const isHere = entry.interactionId === state.interaction?.id;
  return {
    ...state,
    outbox: without(state.outbox, clientMessageId),
    messages: isHere ? mergeMessages(state.messages, [message]) : state.messages,
    notice: null,
  };
}

/** No acknowledgement came. It may be stored all the same; the same id makes the next try harmless [C3]. */
export function fail(state: State, clientMessageId: string): State {
  const outbox = state.outbox.map((entry) =>
    entry.clientMessageId === clientMessageId ? { ...entry, hasFailed: true } : entry,
  );
  return { ...state, outbox };
}

/** It will never be taken: the text goes back to where it was typed, before what was typed since. */
export function refuse(state: State, clientMessageId: string): State {
  const entry = find(state, clientMessageId);
  if (!entry) return state;
  const draft = state.draft ? `${entry.body}\n${state.draft}` : entry.body;
  return { ...state, draft, outbox: without(state.outbox, clientMessageId) };
}

/** Entries that are in the transcript already: the fact overtook the acknowledgement, or it was lost. */
export function settle(state: State): State {
  const stored = new Set(
    state.messages.map((message) => (message.side === 'visitor' ? message.clientMessageId : '')),
  );
  const outbox = state.outbox.filter(({ clientMessageId }) => !stored.has(clientMessageId));
  return outbox.length < state.outbox.length ? { ...state, outbox } : state;
}
