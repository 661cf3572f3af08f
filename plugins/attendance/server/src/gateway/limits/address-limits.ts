import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Limits of one address per minute: generous, for whole offices and schools share one. */
export const PER_MINUTE = {
  connection: 300,
  request: 120,
  'offline-message': 20,
  'transcript-email': 10,
  upload: 60,
  http: 1_200,
} as const;

export type AddressAct = keyof typeof PER_MINUTE;

export interface AddressLimits {
  /** Counts the act; resolves to 0 when it may be done, else to the milliseconds until it may. */
  take(act: AddressAct, address: string): Promise<number>;
}

/**
 * Creates limits by IP address, over all its connections; `networkOf` returns what counts as one address. `factor` multiplies the limits, 0 lifts
 * them (load tests).
 */
export function createAddressLimits(factor: number, networkOf: (address: string) => string): AddressLimits {
  if (factor === 0) return { take: () => Promise.resolve(0) };
  const limiters = Object.fromEntries(
    Object.entries(PER_MINUTE).map(([act, points]) => [
      act,
      new RateLimiterMemory({ points: Math.ceil(points * factor), duration: 60 }),
    ]),
  ) as Record<AddressAct, RateLimiterMemory>;
  return {
    take: async (act, address) => {
      try {
        await limiters[act].consume(networkOf(address));
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw refusal;
      }
    },
  };
}
