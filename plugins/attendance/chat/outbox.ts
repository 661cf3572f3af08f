import type { ErrorCode, ProtocolError } from '../protocol/shared/errors';
import { isPassing, retryDelayMs, spread } from './retry';
import type { Store } from './store';

/** Message that is not known to be stored yet. */
export interface Unsent {
  readonly clientMessageId: string;
  readonly interactionId: number;
  /** True after a failed try; the message is sent again by itself, with the same id [C3]. */
  readonly hasFailed: boolean;
}

interface OutboxState<Entry> {
  readonly connection: string;
  /** Messages in the order in which they were written. */
  readonly outbox: readonly Entry[];
}

/** The outcome of a try that did not succeed; success is dispatched by `send`. */
export type UnsentAction =
  | { readonly type: 'message:failed'; readonly clientMessageId: string }
  | { readonly type: 'message:refused'; readonly clientMessageId: string; readonly code: ErrorCode };

export interface OutboxOptions<Entry> {
  /** Sends one and takes it out of the outbox; why it was not stored, or null. Never rejects. */
  send(entry: Entry): Promise<ProtocolError | null>;
  /** Returns whether another try may succeed after this refusal. */
  mayPass?(code: ErrorCode): boolean;
}

/**
 * Sends what waits, one at a time and within each interaction in the order in which it was written [C4]: the next leaves when the
 * one before is stored. A failed one is tried again by itself after a pause that grows, or at once when the connection is back or
 * something more is written in its interaction [C2, C3, Z139]; other interactions go on meanwhile. Returns the function that stops it.
 */
export function runOutbox<Entry extends Unsent>(
  store: Store<OutboxState<Entry>, UnsentAction>,
  { send, mayPass = isPassing }: OutboxOptions<Entry>,
): () => void {
  /** By interaction: how often in a row a message of it failed, and until when (by `Date.now`) it is left alone. */
  const waits = new Map<number, [failures: number, until: number]>();
  let isSending = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Returns until when each of those that wait is left alone, while they may be sent at all. */
  function waiting(): (readonly [entry: Entry, until: number])[] {
    const { connection, outbox } = store.getState();
    if (isStopped || connection !== 'live') return [];
    return outbox.map((entry) => [entry, waits.get(entry.interactionId)?.[1] ?? 0]);
  }

  function next(): Entry | undefined {
    return waiting().find(([, until]) => until <= Date.now())?.[0];
  }

  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    for (let entry = next(); entry; entry = next()) {
      const { clientMessageId, interactionId } = entry;
      const error = await send(entry);
      if (error && mayPass(error.code)) {
        const failures = (waits.get(interactionId)?.[0] ?? 0) + 1;
        const pauseMs = error.retryAfterMs || spread(retryDelayMs(failures));
        waits.set(interactionId, [failures, Date.now() + pauseMs]);
        store.dispatch({ type: 'message:failed', clientMessageId });
        continue;
      }
      waits.delete(interactionId);
      if (error) store.dispatch({ type: 'message:refused', clientMessageId, code: error.code });
    }
    isSending = false;
    const due = Math.min(...waiting().map(([, until]) => until));
    if (due < Infinity) timer = setTimeout(pump, due - Date.now());
  }

  /** `sendAll` does not reject: `send` never does. */
  function pump(): void {
    void sendAll();
  }

  const unsubscribe = store.subscribe(({ connection, outbox }, previous) => {
    if (connection !== previous.connection) waits.clear();
    else if (outbox === previous.outbox) return;
    for (const entry of outbox) {
      // Just written, or asked for again.
      const wait = !entry.hasFailed && !previous.outbox.includes(entry) && waits.get(entry.interactionId);
      if (wait) wait[1] = 0;
    }
    pump();
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
