/** What measures how much of a machine's time a call gets, and must have it for itself: alone.config.ts runs them. */
export const ALONE = ['calls-bandwidth.spec.ts'];
