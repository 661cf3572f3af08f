import type { ErrorCode } from '../../../plugins/attendance/protocol/errors';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import type { Store } from '../model/store';
import type { Wire } from './wire';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** What may be taken the next time; any other refusal is about the message itself. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['rate_limited', 'unavailable', 'internal']);

export function retryDelayMs(failures: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
}

/**
 * Sends what waits, one at a time and in the order it was written [C4]: the next leaves when the one before is stored. A failed
 * one is tried again with the same id, by itself after a pause, or at once when the connection is back [C2, C3].
 */
export function runOutbox(store: Store, wire: Wire): void {
  let isSending = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function send(): Promise<void> {
    const { connection, outbox } = store.getState();
    const [entry] = outbox;
    if (isSending || !entry || connection !== 'live') return;
    const { clientMessageId, body, attachments } = entry;
    isSending = true;
    clearTimeout(retry);
    const answer = await wire.command('message:post', {
      interactionId: entry.interactionId as InteractionId,
      clientMessageId,
      body,
      attachmentIds: attachments?.map(({ id }) => id),
    });
    isSending = false;
    if (!answer.ok && PASSING.has(answer.error.code)) {
      failures += 1;
      store.dispatch({ type: 'message:failed', clientMessageId });
      retry = setTimeout(pump, answer.error.retryAfterMs ?? retryDelayMs(failures));
      return;
    }
    failures = 0;
    store.dispatch(
      answer.ok
        ? { type: 'message:stored', clientMessageId, answer: answer.data }
        : { type: 'message:refused', clientMessageId, code: answer.error.code },
    );
    pump();
  }

  /** `send` does not reject: the wire's commands never do. */
  function pump(): void {
    void send();
  }

  store.subscribe(({ connection, outbox }, previous) => {
    const isBack = connection === 'live' && previous.connection !== 'live';
    if (isBack || outbox.length > previous.outbox.length) pump();
  });
}
