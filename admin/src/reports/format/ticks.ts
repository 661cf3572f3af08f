const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Steps of an axis of times, in ms: numbers that a clock has. */
const TIME_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 4, 6, 12, 24, 48, 96, 240].map((hours) => hours * HOUR_MS),
];
const INTERVALS_MAX = 5;

/** Returns the marks of an axis of counts from 0 on, the last at or above the maximum. */
export function countTicks(max: number): number[] {
  for (let power = 1; ; power *= 10)
    for (const digit of [1, 2, 5])
      if (max <= digit * power * INTERVALS_MAX) return ticksOf(max, digit * power);
}

/** Returns the marks of an axis of durations in ms, from 0 on, the last at or above the maximum. */
export function timeTicks(maxMs: number): number[] {
  const step = TIME_STEPS.find((each) => maxMs <= each * INTERVALS_MAX);
  return step === undefined ? countTicks(maxMs) : ticksOf(maxMs, step);
}

export const SHARE_TICKS: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

function ticksOf(max: number, step: number): number[] {
  const count = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Formats a mark of an axis of durations in its largest unit: "30 s", "2 min", "1:30 h". */
export function formatTimeTick(durationMs: number): string {
  if (durationMs === 0) return '0';
  if (durationMs < MINUTE_MS) return `${Math.round(durationMs / SECOND_MS)} s`;
  if (durationMs < HOUR_MS) return `${inUnits(durationMs, MINUTE_MS)} min`;
  return `${inUnits(durationMs, HOUR_MS)} h`;
}

/** Returns a duration in a unit, and what is over in its sixtieths. */
function inUnits(durationMs: number, unitMs: number): string {
  const over = Math.round(((durationMs % unitMs) * 60) / unitMs);
  const whole = Math.floor(durationMs / unitMs);
  return over === 0 ? `${whole}` : `${whole}:${`${over}`.padStart(2, '0')}`;
}
