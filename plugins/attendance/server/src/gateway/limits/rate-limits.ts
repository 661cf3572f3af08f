import type { RateClass } from '../../../../protocol/schemas/commands';

export interface Budget {
  /** Most at once. */
  readonly burst: number;
  /** How many come back each second. */
  readonly perSecond: number;
}

/** What one connection may do; generous for people, tight for a loop. */
export const BUDGETS: Readonly<Record<RateClass, Budget>> = {
  message: { burst: 20, perSecond: 5 },
  signal: { burst: 40, perSecond: 10 },
  command: { burst: 40, perSecond: 10 },
  // A connection that is being made has many candidates to tell.
  call: { burst: 150, perSecond: 20 },
  request: { burst: 5, perSecond: 0.2 },
};

/**
 * Token buckets of one connection. `take` answers 0 when there was one, else how many milliseconds until the next;
 * `factor` multiplies the budgets, 0 lifts them (load tests).
 */
export function createRateLimits(now: () => number, factor = 1): { take(rate: RateClass): number } {
  if (factor === 0) return { take: () => 0 };
  const buckets = new Map<RateClass, { tokens: number; at: number }>();
  return {
    take: (rate) => {
      const burst = BUDGETS[rate].burst * factor;
      const perSecond = BUDGETS[rate].perSecond * factor;
      const at = now();
      const bucket = buckets.get(rate) ?? { tokens: burst, at };
      const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1_000) * perSecond);
      const isTaken = tokens >= 1;
      buckets.set(rate, { tokens: isTaken ? tokens - 1 : tokens, at });
      return isTaken ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1_000);
    },
  };
}
