/** How often the service beats, while something has a deadline. */
export const BEAT_MS = 1_000;

/** More than this between two beats was an outage: a restart, a suspend, a standstill [P4]. */
export const OUTAGE_FROM_MS = 3_000;

/**
 * Returns by how many ms a deadline that was set at `setAt` is moved at `now`, where the service gave its last sign of life at
 * `lastBeat`; 0 where nobody was away for as long as an outage.
 */
export function absenceOf(setAt: number, lastBeat: number, now: number): number {
  // For how long nobody was there, at the least: since the last beat, or since it was set where none came after.
  if (now - Math.max(lastBeat, setAt) <= OUTAGE_FROM_MS) return 0;
  // At the most: before it was set there may have been a beat that was not written. By so much it is moved: never too early.
  return now - Math.max(lastBeat, setAt - BEAT_MS);
}
