/** How often the service beats, while something has a deadline. */
export const BEAT_MS = 1_000;

/** More than this between two beats was an outage: a restart, a suspend, a standstill [P4]. */
export const OUTAGE_FROM_MS = 3_000;
