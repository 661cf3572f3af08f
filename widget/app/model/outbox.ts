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

/** Handles the acknowledgement of a message: it is stored, and moves from the outbox to its place in the transcript's order. */
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

/** Marks a message without acknowledgement as failed. It may be stored all the same; the same id makes a retry harmless [C3]. */
export function fail(state: State, clientMessageId: string): State {
  const outbox = state.outbox.map((entry) =>
    entry.clientMessageId === clientMessageId ? { ...entry, hasFailed: true } : entry,
  );
  return { ...state, outbox };
}

/** Handles a message that the server will never accept: its text goes back to the draft, before what was typed since. */
export function refuse(state: State, clientMessageId: string): State {
  const entry = find(state, clientMessageId);
  if (!entry) return state;
  const draft = state.draft ? `${entry.body}\n${state.draft}` : entry.body;
  return { ...state, draft, outbox: without(state.outbox, clientMessageId) };
}

/** Removes outbox entries that the transcript has already: their fact overtook the acknowledgement, or that was lost. */
export function settle(state: State): State {
  const stored = new Set(
    state.messages.map((message) => (message.side === 'visitor' ? message.clientMessageId : '')),
  );
  const outbox = state.outbox.filter(({ clientMessageId }) => !stored.has(clientMessageId));
  return outbox.length < state.outbox.length ? { ...state, outbox } : state;
}
