import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { Answer } from '../../../plugins/attendance/protocol/shared/errors';
import { mergeMessages } from '../../../plugins/attendance/protocol/rules/transcript';
import type { PastLines } from '../realtime/search-commands';

/** Wait after a refusal by rate, in ms, when the server names no time. */
const RETRY_AFTER_MS = 1_000;

/** Reads one page of a transcript: the lines after a sequence. */
type ReadAfter = (sequence: number) => Promise<Answer<PastLines>>;

/**
 * Reads a transcript from its first line to its last, page by page, for uses that must not lack any. Waits out a refusal by
 * rate; returns null for every other one, and once `isWanted` returns false.
 */
export async function readWhole(
  readAfter: ReadAfter,
  {
    isWanted = () => true,
    rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  }: { readonly isWanted?: () => boolean; readonly rest?: (ms: number) => Promise<void> } = {},
): Promise<readonly Message[] | null> {
  let messages: readonly Message[] = [];
  while (isWanted()) {
    const answer = await readAfter(messages.at(-1)?.sequence ?? 0);
    if (answer.ok) {
      const known = messages.length;
      messages = mergeMessages(messages, answer.data.messages);
      if (!answer.data.hasMore || messages.length === known) return messages;
    } else if (answer.error.code === 'rate_limited') await rest(answer.error.retryAfterMs ?? RETRY_AFTER_MS);
    else return null;
  }
  return null;
}
