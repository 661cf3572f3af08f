import { instantOf, type OffsetAt } from '../settings/hours';

/** Offset of a zone to UTC in ms, from an instant on. */
export interface ZoneOffset {
  readonly since: number;
  readonly offsetMs: number;
}

/** A day of the calendar by its first instant. */
export interface DayStart {
  readonly date: string;
  readonly since: number;
}

/** Days of the calendar, both inclusive. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Days of a period in a time zone; the last one ends at `until`. */
export interface Period {
  readonly since: number;
  readonly until: number;
  readonly days: readonly DayStart[];
  readonly offsets: readonly ZoneOffset[];
}

const DAY_MS = 86_400_000;
/** No clock is further from UTC than this, in ms. */
const OFFSET_MAX_MS = DAY_MS;

/** Returns the days of a period by their first instants, and the offsets that the zone has meanwhile [D4]. */
export function periodOf({ from, to }: DateRange, offsetAt: OffsetAt): Period {
  const first = dayOf(from);
  const end = dayOf(to) + 1;
  const around = offsetsBetween(
    first * DAY_MS - 2 * OFFSET_MAX_MS,
    end * DAY_MS + 2 * OFFSET_MAX_MS,
    offsetAt,
  );
  // Looked up in a list: asking the zone itself several times for each day of ten years takes long.
  const known = lookUp(around);
  const startOf = (day: number): number => instantOf(day * DAY_MS, known, 'first');
  const days = Array.from({ length: end - first }, (_, index) => ({
    date: dateOf(first + index),
    since: startOf(first + index),
  }));
  const since = startOf(first);
  const until = startOf(end);
  return { since, until, days, offsets: within(around, since, until) };
}

/** Returns the offsets that a zone has from an instant to another, both inclusive. */
export function offsetsFrom(since: number, until: number, offsetAt: OffsetAt): readonly ZoneOffset[] {
  return offsetsBetween(since, Math.max(since, until), offsetAt);
}

/** Returns as many days before the period. */
export function rangeBefore({ from, to }: DateRange): DateRange {
  const first = dayOf(from);
  return { from: dateOf(2 * first - dayOf(to) - 1), to: dateOf(first - 1) };
}

/** Returns the day that it is at `now`, by its first instant. */
export function todayAt(now: number, offsetAt: OffsetAt): DayStart {
  const date = dateAt(now, offsetAt);
  return { date, since: periodOf({ from: date, to: date }, offsetAt).since };
}

/** Returns the date that a calendar on the wall shows. */
export function dateAt(instant: number, offsetAt: OffsetAt): string {
  return dateOf(Math.floor((instant + offsetAt(instant)) / DAY_MS));
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Lists the offsets between two instants: no zone changes its clock twice within a day. */
function offsetsBetween(since: number, until: number, offsetAt: OffsetAt): ZoneOffset[] {
  const offsets = [{ since, offsetMs: offsetAt(since) }];
  for (let early = since; early < until; early += DAY_MS) {
    const offsetMs = offsetAt(early + DAY_MS);
    if (offsetMs !== offsets.at(-1)?.offsetMs)
      offsets.push({ since: firstWith(offsetMs, early, early + DAY_MS, offsetAt), offsetMs });
  }
  return offsets;
}

/** Finds the first instant of an offset that holds at `late`, and not yet at `early`. */
function firstWith(offsetMs: number, early: number, late: number, offsetAt: OffsetAt): number {
  let [low, high] = [early, late];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offsetMs) high = middle;
    else low = middle;
  }
  return high;
}

/** Returns the offsets of a list as a function; before the first one, the first holds. */
export function lookUp(offsets: readonly ZoneOffset[]): OffsetAt {
  return (instant) => {
    let [low, high] = [0, offsets.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((offsets[middle]?.since ?? 0) <= instant) low = middle;
      else high = middle;
    }
    return offsets[low]?.offsetMs ?? 0;
  };
}

function within(offsets: readonly ZoneOffset[], since: number, until: number): ZoneOffset[] {
  const first = { since, offsetMs: lookUp(offsets)(since) };
  return [first, ...offsets.filter((offset) => offset.since > since && offset.since < until)];
}
