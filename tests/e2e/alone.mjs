/**
 * What measures how much of a machine's time something gets, and must have it for itself: how a call adapts, and how long a start takes.
 * alone.config.ts runs them.
 */
export const ALONE = ['calls-bandwidth.spec.ts', 'start.spec.ts'];
