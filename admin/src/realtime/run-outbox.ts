import type { ErrorCode, ProtocolError } from '../../../plugins/attendance/protocol/errors';
import type { OutboxEntry } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from './wire';

const RETRY_MS = 3_000;

/** Refusals that another try may not meet. */
const PASSING: readonly ErrorCode[] = ['unavailable', 'internal', 'rate_limited', 'unauthorized'];

/**
 * Sends what waits, in the order in which it was written within each interaction; what fails is tried again by itself
 * [C2]. Answers the function that stops it.
 */
export function runOutbox(store: Store, wire: Wire): () => void {
  let isSending = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const retryIn = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void sendAll(), delayMs);
  };

  async function sendAll(): Promise<void> {
    if (isSending || isStopped || store.getState().connection !== 'live') return;
    isSending = true;
    const blocked = new Set<number>();
    for (let entry = nextEntry(blocked); entry !== undefined; entry = nextEntry(blocked)) {
      const delayMs = await send(entry);
      if (delayMs === null) continue;
      // What follows in the same interaction waits for this one: the order is what was written.
      blocked.add(entry.interactionId);
      retryIn(delayMs);
    }
    isSending = false;
  }

  function nextEntry(blocked: ReadonlySet<number>): OutboxEntry | undefined {
    const { connection, outbox } = store.getState();
    if (isStopped || connection !== 'live') return undefined;
    return outbox.find(({ interactionId }) => !blocked.has(interactionId));
  }

  /** Answers null when it is settled, else after how long to try again. */
  async function send(entry: OutboxEntry): Promise<number | null> {
    const { clientMessageId } = entry;
    const error = await (entry.isNote === true ? writeNote(entry) : post(entry));
    if (error === null) return null;
    const { code, retryAfterMs } = error;
    if (PASSING.includes(code)) {
      store.dispatch({ type: 'message:failed', clientMessageId });
      return retryAfterMs ?? RETRY_MS;
    }
    store.dispatch({ type: 'message:refused', clientMessageId, code });
    return null;
  }

  /** Both answer why it was not stored, or null. */
  async function post(entry: OutboxEntry): Promise<ProtocolError | null> {
    const { attachments, body, clientMessageId, interactionId } = entry;
    const files = attachments === undefined ? {} : { attachmentIds: attachments.map(({ id }) => id) };
    const answer = await wire.command('message:post', { interactionId, clientMessageId, body, ...files });
    if (!answer.ok) return answer.error;
    store.dispatch({ type: 'message:stored', clientMessageId, ...answer.data });
    return null;
  }

  async function writeNote({
    body,
    clientMessageId: clientNoteId,
    interactionId,
  }: OutboxEntry): Promise<ProtocolError | null> {
    const answer = await wire.command('note:write', { interactionId, clientNoteId, body });
    if (!answer.ok) return answer.error;
    store.dispatch({ type: 'note:stored', note: answer.data.note });
    return null;
  }

  let before = store.getState();
  const unsubscribe = store.subscribe(() => {
    const state = store.getState();
    const isNews = state.outbox !== before.outbox || state.connection !== before.connection;
    before = state;
    if (isNews && state.outbox.some(({ hasFailed }) => !hasFailed)) void sendAll();
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
