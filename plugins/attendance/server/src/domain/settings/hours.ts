import type { Holiday, OpenInterval, OpenState } from '../../../../protocol/settings/hours';

/** Business hours, by wall clock and calendar. */
export interface Schedule {
  readonly isOn: boolean;
  /** Monday first. */
  readonly week: readonly (readonly OpenInterval[])[];
  readonly holidays: readonly Holiday[];
}

/** Returns the offset in ms to add to an instant for the wall clock; it jumps with daylight saving. */
export type OffsetAt = (instant: number) => number;

/** Time from one instant up to another, in UTC ms; the end is not within it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Distance in ms from any jump of the clock that is near. */
const FAR_MS = DAY_MS * 1.5;
const HORIZON_DAYS = 400;
/** Length in ms from which an open span counts as open for ever. */
const LONG_MS = 8 * DAY_MS;
/** 1970-01-01 was a Thursday. */
const THURSDAY = 3;

const ALWAYS: OpenState = { isOpen: true, changesAt: null };

/** Returns whether it is open at `now`, and when that changes. Wall times that a jump leaves out are those of the jump. */
export function openState(schedule: Schedule, offsetAt: OffsetAt, now: number): OpenState {
  if (!schedule.isOn) return ALWAYS;
  const today = Math.floor((now + offsetAt(now)) / DAY_MS);
  let span: Span | null = null;
  // An interval of yesterday may have passed midnight.
  for (let day = today - 1; day <= today + HORIZON_DAYS; day += 1)
    for (const { from, to } of spansOf(intervalsOn(schedule, day), day, offsetAt)) {
      if (to <= now) continue;
      if (span === null) span = { from, to };
      else if (from <= span.to) span = { from: span.from, to: Math.max(to, span.to) };
      else return stateOf(span, now);
      if (span.from > now) return stateOf(span, now);
      if (span.to - now > LONG_MS) return ALWAYS;
    }
  return span === null ? { isOpen: false, changesAt: null } : stateOf(span, now);
}

function stateOf({ from, to }: Span, now: number): OpenState {
  return from <= now ? { isOpen: true, changesAt: to } : { isOpen: false, changesAt: from };
}

/** Returns the day's intervals: a holiday's replace the weekday's, one for once before a yearly one. */
function intervalsOn({ holidays, week }: Schedule, day: number): readonly OpenInterval[] {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  const holiday =
    holidays.find((each) => !each.isYearly && each.date === date) ??
    holidays.find((each) => each.isYearly && each.date.slice(5) === date.slice(5));
  return holiday?.intervals ?? week[(day + THURSDAY) % 7] ?? [];
}

function spansOf(intervals: readonly OpenInterval[], day: number, offsetAt: OffsetAt): Span[] {
  return intervals
    .map(({ from, to }) => {
      const endDay = to <= from ? day + 1 : day;
      return {
        from: instantOf(day * DAY_MS + from * MINUTE_MS, offsetAt, 'first'),
        to: instantOf(endDay * DAY_MS + to * MINUTE_MS, offsetAt, 'last'),
      };
    })
    .filter(({ from, to }) => from < to);
}

/** Returns when it is open between two instants, in order and without overlaps; null where it always is. */
export function openSpans(
  schedule: Schedule,
  offsetAt: OffsetAt,
  { from, to }: Span,
): readonly Span[] | null {
  if (!schedule.isOn) return null;
  const spans: Span[] = [];
  const dayOf = (instant: number): number => Math.floor((instant + offsetAt(instant)) / DAY_MS);
  // An interval of the day before may have passed midnight.
  for (let day = dayOf(from) - 1; day <= dayOf(to); day += 1)
    for (const span of spansOf(intervalsOn(schedule, day), day, offsetAt)) {
      const within = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
      if (within.from >= within.to) continue;
      const last = spans.at(-1);
      if (last === undefined || last.to < within.from) spans.push(within);
      else spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, within.to) };
    }
  return spans;
}

/** Returns the instant at which the wall clock shows this: the first or the last where it does so twice; the jump's where never. */
export function instantOf(wall: number, offsetAt: OffsetAt, which: 'first' | 'last'): number {
  const before = wall - offsetAt(wall - FAR_MS);
  const after = wall - offsetAt(wall + FAR_MS);
  const shown = [before, after].filter((instant) => instant + offsetAt(instant) === wall);
  if (shown.length > 0) return which === 'first' ? Math.min(...shown) : Math.max(...shown);
  return jumpBetween(Math.min(before, after), Math.max(before, after), offsetAt);
}

/** The first instant of the later offset. */
function jumpBetween(early: number, late: number, offsetAt: OffsetAt): number {
  const offset = offsetAt(late);
  let [low, high] = [early, late];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}
