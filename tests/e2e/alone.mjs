/**
 * Specs that measure a share of the machine's time, and must have it for themselves: how a call adapts, and how long a start takes.
 * alone.config.ts runs them.
 */
export const ALONE = ['calls-bandwidth.spec.ts', 'start.spec.ts'];
