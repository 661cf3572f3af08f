import type { Clock } from '../../application/clock';

/** The process clock, in UTC milliseconds. */
export const systemClock: Clock = { now: () => Date.now() };
