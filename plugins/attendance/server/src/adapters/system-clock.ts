import type { Clock } from '../application/ports';

/** The process clock, in UTC milliseconds. */
export const systemClock: Clock = { now: () => Date.now() };
