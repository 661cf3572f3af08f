import type { ErrorCode } from '../protocol/shared/errors';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

const FINAL: ReadonlySet<string> = new Set<ErrorCode>([
  'bad_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
]);

/**
 * Returns whether another try in a moment may not meet this refusal. A code that is not known here is a newer server's: it passes,
 * and nothing is lost meanwhile.
 */
export function isPassing(code: string): boolean {
  return !FINAL.has(code);
}

/** Returns the longest pause before the next try, in ms: twice as long after each failure, half a minute at most [C2]. */
export function retryDelayMs(failures: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
}

/** Returns a time between half of it and all of it, so that those who were refused together do not come back together [Z139]. */
export function spread(delayMs: number): number {
  return delayMs * (0.5 + Math.random() / 2);
}
