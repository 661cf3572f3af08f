/** Start key, as a hash: tabs of one browser that begin at once share it, so that they become one visitor [P3]. */
export interface StartKey {
  readonly hash: string;
  readonly at: number;
}

/** Lifetime of a start key in ms, in which a second tab becomes the visitor of the first. */
const LIFE_MS = 10 * 60_000;

/** Returns whether the holder of the key at `now` is still the same browser. */
export function isStartKeyGood({ at }: StartKey, now: number): boolean {
  return now - at <= LIFE_MS;
}
