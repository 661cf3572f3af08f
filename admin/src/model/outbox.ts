import type { State } from './state';

/**
 * Removes pending messages that are in a transcript already: the fact overtook the acknowledgement, or that was lost.
 */
export function settle(state: State): State {
  const isStored = (interactionId: number, clientMessageId: string): boolean =>
    [...state.transcripts].some(
      ([id, { messages }]) =>
        id === interactionId &&
        messages.some((message) => message.side === 'agent' && message.clientMessageId === clientMessageId),
    );
  const outbox = state.outbox.filter(
    (entry) => entry.isNote === true || !isStored(entry.interactionId, entry.clientMessageId),
  );
  return outbox.length < state.outbox.length ? { ...state, outbox } : state;
}

export function markFailed(state: State, clientMessageId: string, hasFailed: boolean): State {
  const outbox = state.outbox.map((entry) =>
    entry.clientMessageId === clientMessageId ? { ...entry, hasFailed } : entry,
  );
  return { ...state, outbox };
}
