import type { RateClass } from '../../../../protocol/schemas/commands';

export interface Budget {
  /** Most tokens at once. */
  readonly burst: number;
  /** Tokens added per second. */
  readonly perSecond: number;
}

/** Budgets of one connection; generous for people, tight for a loop. */
export const BUDGETS: Readonly<Record<RateClass, Budget>> = {
  message: { burst: 20, perSecond: 5 },
  signal: { burst: 40, perSecond: 10 },
  command: { burst: 40, perSecond: 10 },
  // A connection that is being made has many candidates to tell.
  call: { burst: 150, perSecond: 20 },
  request: { burst: 5, perSecond: 0.2 },
};

/**
 * Creates the token buckets of one connection. `take` returns 0 when there was a token, else the milliseconds until the next; `factor` multiplies the
 * budgets, 0 lifts them (load tests).
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
