/** The service beats each second; more than this between two beats was an outage: a restart, a suspend, a standstill [P4]. */
export const OUTAGE_FROM_MS = 3_000;
