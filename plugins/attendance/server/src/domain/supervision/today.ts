import type { OffsetAt } from '../settings/hours';

const DAY_MS = 86_400_000;
/** Longest day that there is, with a margin: a clock set back makes one of 25 hours. */
const LONGEST_DAY_MS = DAY_MS * 1.25;

/** A calendar day in a time zone, and the instant at which it began. */
export interface Today {
  /** Such as 2026-12-25. */
  readonly date: string;
  readonly since: number;
}

/** Returns the day that it is at `now`. Where the clock's jump leaves midnight out, the day begins with the jump. */
export function todayAt(now: number, offsetAt: OffsetAt): Today {
  const dayOf = (instant: number): number => Math.floor((instant + offsetAt(instant)) / DAY_MS);
  const day = dayOf(now);
  let [before, within] = [now - LONGEST_DAY_MS, now];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle) < day) before = middle;
    else within = middle;
  }
  return { date: new Date(day * DAY_MS).toISOString().slice(0, 10), since: within };
}
