/** How a figure stands against that of the period before. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** Size of the change, as a share of what was; null where there was nothing. */
  readonly share: number | null;
  /** Whether it became better or worse; `neither` where more is neither good nor bad. */
  readonly tone: 'better' | 'worse' | 'neither';
}

/** Which direction of a measure is the better one. */
export type Better = 'more' | 'less' | 'neither';

/** Smallest share that is a change: below, it would be told as none. */
const SMALLEST = 0.0005;

/** Returns the figures to compare with; null for a period without interactions, against which every figure would be a change. */
export function comparable<Figures extends { readonly volume: number }>(figures: Figures): Figures | null {
  return figures.volume === 0 ? null : figures;
}

/** Returns the change between two figures; null where one of them does not exist. */
export function changeOf(now: number | null, before: number | null, better: Better): Change | null {
  if (now === null || before === null) return null;
  const share = before === 0 ? null : Math.abs(now - before) / before;
  if (now === before || (share !== null && share < SMALLEST))
    return { direction: 'same', share: 0, tone: 'neither' };
  const direction = now > before ? 'up' : 'down';
  const isBetter = (better === 'more') === (direction === 'up');
  return {
    direction,
    share,
    tone: better === 'neither' ? 'neither' : isBetter ? 'better' : 'worse',
  };
}
