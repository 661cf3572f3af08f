import type { Holiday, OpenInterval } from '../../../../plugins/attendance/protocol/settings/hours';

export type Day = readonly OpenInterval[];

const MINUTES_OF_DAY = 1_440;
const INTERVALS_MAX = 6;
const NINE_TO_SIX: OpenInterval = { from: 540, to: 1_080 };

/** Formats a minute of the day as a time field has it. Midnight at the end of a day is 00:00 too. */
export function toClock(minute: number): string {
  const ofDay = minute % MINUTES_OF_DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** Parses a time into a minute of the day; null while it is not typed in full. */
export function fromClock(text: string, edge: 'from' | 'to'): number | null {
  const parts = /^(\d{2}):(\d{2})/.exec(text);
  if (parts === null) return null;
  const minute = Number(parts[1]) * 60 + Number(parts[2]);
  return edge === 'to' && minute === 0 ? MINUTES_OF_DAY : minute;
}

export function passesMidnight({ from, to }: OpenInterval): boolean {
  return to <= from;
}

/** Returns whether a day breaks the server's rule: hours in order, apart, and the last alone past midnight. */
export function hasFault(day: Day): boolean {
  return day.some((interval, index) => {
    const before = day[index - 1];
    if (interval.from === interval.to) return true;
    return before !== undefined && (passesMidnight(before) || interval.from < before.to);
  });
}

export function canAdd(day: Day): boolean {
  const last = day.at(-1);
  return (
    day.length < INTERVALS_MAX &&
    (last === undefined || (!passesMidnight(last) && last.to < MINUTES_OF_DAY - 1))
  );
}

/** Returns the intervals with one more after the last, an hour later where there is room. */
export function withInterval(day: Day): OpenInterval[] {
  const last = day.at(-1);
  if (last === undefined) return [NINE_TO_SIX];
  const from = Math.min(last.to + 60, MINUTES_OF_DAY - 1);
  return [...day, { from, to: Math.min(from + 240, MINUTES_OF_DAY) }];
}

export function withoutInterval(day: Day, index: number): OpenInterval[] {
  return day.filter((_, each) => each !== index);
}

export function withChange(day: Day, index: number, part: Partial<OpenInterval>): OpenInterval[] {
  return day.map((interval, each) => (each === index ? { ...interval, ...part } : interval));
}

/** Returns a holiday on the next day that has none yet. */
export function newHoliday(holidays: readonly Holiday[], now: number): Holiday {
  const taken = new Set(holidays.map(({ date }) => date));
  let at = now;
  const dateOf = (): string => new Date(at).toISOString().slice(0, 10);
  while (taken.has(dateOf())) at += 86_400_000;
  return { date: dateOf(), name: '', isYearly: false, intervals: [] };
}

export type HolidayFault = 'date' | 'twice' | 'name' | 'intervals';

/** Returns a holiday's fault by the server's rules: a day, once, with a name and hours in order. */
export function faultOfHoliday(holiday: Holiday, all: readonly Holiday[]): HolidayFault | null {
  const { date, intervals, isYearly, name } = holiday;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'date';
  const isTwice = all.some((each) => each !== holiday && each.date === date && each.isYearly === isYearly);
  if (isTwice) return 'twice';
  if (name.trim() === '') return 'name';
  return hasFault(intervals) ? 'intervals' : null;
}
