/** What tabs of one browser that begin at once share, as a hash, so that they become one visitor [P3]. */
export interface StartKey {
  readonly hash: string;
  readonly at: number;
}

/** How long a start key brings a second tab to the visitor that the first one became. */
const LIFE_MS = 10 * 60_000;

/** Whether whoever has the key at `now` is still the same browser. */
export function isStartKeyGood({ at }: StartKey, now: number): boolean {
  return now - at <= LIFE_MS;
}
