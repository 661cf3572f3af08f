import type { MarkPlace } from '../charts/move-mark';

const WEEKDAYS = 7;
const HOURS = 24;

/** Interactions by weekday, Monday first, and hour. */
export type HourCounts = readonly (readonly number[])[];

/** Returns how many interactions a cell of the heat map has; on a phone the hours are its rows. */
export function countAt(hours: HourCounts, isNarrow: boolean, { column, row }: MarkPlace): number {
  const [weekday, hour] = isNarrow ? [column, row] : [row, column];
  return hours[weekday]?.[hour] ?? 0;
}

/** Returns the first cell that has a link: one of no interactions has none. */
export function firstPlace(hours: HourCounts, isNarrow: boolean): MarkPlace {
  for (let weekday = 0; weekday < WEEKDAYS; weekday += 1)
    for (let hour = 0; hour < HOURS; hour += 1)
      if ((hours[weekday]?.[hour] ?? 0) > 0)
        return isNarrow ? { column: weekday, row: hour } : { column: hour, row: weekday };
  return { column: 0, row: 0 };
}
