import type { BlockDuration } from '../../../../protocol/visitors/blocks';

const HOUR_MS = 3_600_000;

const LENGTH_MS: Readonly<Record<BlockDuration, number | null>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  forever: null,
};

/** [A10] Until when; null for ever. */
export function blockedUntil(duration: BlockDuration, now: number): number | null {
  const lengthMs = LENGTH_MS[duration];
  return lengthMs === null ? null : now + lengthMs;
}

export function isInForce({ until }: { readonly until: number | null }, now: number): boolean {
  return until === null || until > now;
}
