/** Interval of the service's beats, in ms, while something has a deadline. */
export const BEAT_MS = 1_000;

/** Time in ms between two beats from which it was an outage: a restart, a suspend, a standstill [P4]. */
export const OUTAGE_FROM_MS = 3_000;

/**
 * Returns by how many milliseconds a beat at `now` moves a deadline that was set at `setAt`, where the beat before it that is
 * known of came at `last`; 0 where there was no outage for it. What was set within a beat after `last` was there for the whole
 * gap between the two, and so was what an earlier outage has moved past `last`. A beat that was not written down may have come
 * just before anything else was set: that counts as absence once it is sure that there was one, so nothing is due too early.
 */
export function absenceOf(setAt: number, last: number, now: number): number {
  const isNear = setAt - BEAT_MS <= last;
  if (now - (isNear ? last : setAt) <= OUTAGE_FROM_MS) return 0;
  return now - (isNear ? last : setAt - BEAT_MS);
}
