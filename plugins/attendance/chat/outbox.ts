import type { ErrorCode, ProtocolError } from '../protocol/shared/errors';
import { PASSING, retryDelayMs, spread } from './retry';
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
  isPassing?(code: ErrorCode): boolean;
}

/**
 * Sends what waits, one at a time and within each interaction in the order in which it was written [C4]: the next leaves when the
 * one before is stored. A failed one is tried again by itself after a pause that grows, or at once when the connection is back or
 * something is written [C2, C3, Z139]. Returns the function that stops it.
 */
export function runOutbox<Entry extends Unsent>(
  store: Store<OutboxState<Entry>, UnsentAction>,
  { send, isPassing = (code) => PASSING.has(code) }: OutboxOptions<Entry>,
): () => void {
  /** Rounds in a row in which something failed. */
  let failures = 0;
  let isSending = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function next(blocked: ReadonlySet<number>): Entry | undefined {
    const { connection, outbox } = store.getState();
    if (isStopped || connection !== 'live') return undefined;
    return outbox.find(({ interactionId }) => !blocked.has(interactionId));
  }

  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    const blocked = new Set<number>();
    let pauseMs = Infinity;
    for (let entry = next(blocked); entry; entry = next(blocked)) {
      const { clientMessageId, interactionId } = entry;
      const error = await send(entry);
      if (error && isPassing(error.code)) {
        blocked.add(interactionId);
        pauseMs = Math.min(pauseMs, error.retryAfterMs ?? spread(retryDelayMs(failures + 1)));
        store.dispatch({ type: 'message:failed', clientMessageId });
      } else if (error) store.dispatch({ type: 'message:refused', clientMessageId, code: error.code });
    }
    isSending = false;
    failures = blocked.size > 0 ? failures + 1 : 0;
    if (failures > 0 && !isStopped) timer = setTimeout(pump, pauseMs);
  }

  /** `sendAll` does not reject: `send` never does. */
  function pump(): void {
    void sendAll();
  }

  const unsubscribe = store.subscribe(({ connection, outbox }, previous) => {
    const isNews = outbox !== previous.outbox && outbox.some(({ hasFailed }) => !hasFailed);
    if (isNews || connection !== previous.connection) pump();
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
