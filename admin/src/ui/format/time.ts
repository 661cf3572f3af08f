import { dayOf } from '../../model/day-of';
import { formatDuration } from '../../../../plugins/attendance/protocol/shared/text/format-duration';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Formats an age in ms in one unit: precise while it is short, coarse when it is long. */
export function formatAge(ageMs: number): string {
  if (ageMs < HOUR_MS)
    return ageMs < 10 * MINUTE_MS ? formatDuration(ageMs) : `${Math.floor(ageMs / MINUTE_MS)} min`;
  return `${Math.floor(ageMs / HOUR_MS)} h`;
}

export function formatClock(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}

export function formatExact(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

/** Formats a day in short; with the year only when it is another one. */
export function formatDate(at: number, locale: string, now: number = Date.now()): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** Formats a beginning: the time alone today, with the date before. */
export function formatStart(at: number, locale: string, now: number = Date.now()): string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
  if (dayOf(at) === dayOf(now)) return time;
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(at)} ${time}`;
}

/** Formats a day as today, yesterday, or the date. */
export function formatDay(
  at: number,
  locale: string,
  words: { readonly today: string; readonly yesterday: string },
  now: number = Date.now(),
): string {
  if (dayOf(at) === dayOf(now)) return words.today;
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  if (dayOf(at) === dayOf(before.getTime())) return words.yesterday;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at);
}
