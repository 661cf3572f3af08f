import { formatDuration } from '../../../../plugins/attendance/protocol/shared/text/format-duration';
import type { RatingFigures, Spread } from '../../../../plugins/attendance/protocol/reports/reports';

/** What stands for a measure that does not exist: absent is not zero. */
export const ABSENT = '–';

export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** Formats a number with one digit after the separator, at most. */
export function formatDecimal(value: number | null, locale: string): string {
  return value === null ? ABSENT : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

export function formatTime(durationMs: number | null): string {
  return durationMs === null ? ABSENT : formatDuration(durationMs);
}

/** Formats the median, the 90th percentile and the mean: "0:42 · 3:10 · ø 1:00". */
export function formatSpread(spread: Spread): string {
  return spread.medianMs === null ? ABSENT : `${formatTime(spread.medianMs)} · ${formatBeside(spread)}`;
}

/** Formats what stands beside a median: "3:10 · ø 1:00". */
export function formatBeside({ meanMs, p90Ms }: Spread): string {
  return `${formatTime(p90Ms)} · ø ${formatTime(meanMs)}`;
}

/** Returns a share of 0 to 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function formatShare(share: number | null, locale: string): string {
  if (share === null) return ABSENT;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

export function countStars({ stars }: RatingFigures): number {
  return stars.reduce((sum, count) => sum + count, 0);
}

/** Returns the share of thumbs that point up; null without any. */
export function thumbsShare({ thumbsDown, thumbsUp }: RatingFigures): number | null {
  return shareOf(thumbsUp, thumbsUp + thumbsDown);
}

/** Formats what visitors gave, by the scales that were in use: "4,6 ★ · 92%". */
export function formatRating(rating: RatingFigures, locale: string): string {
  const parts = [
    ...(rating.meanStars === null ? [] : [`${formatDecimal(rating.meanStars, locale)} ★`]),
    ...(thumbsShare(rating) === null ? [] : [formatShare(thumbsShare(rating), locale)]),
  ];
  return parts.length === 0 ? ABSENT : parts.join(' · ');
}

/** Formats a calendar date, whatever the browser's zone is. */
export function formatDay(
  date: string,
  locale: string,
  style: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' },
): string {
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(Date.parse(date));
}

/** Formats a period in the fewest words: "1 – 30 de nov. de 2026". */
export function formatDays(
  { from, to }: { readonly from: string; readonly to: string },
  locale: string,
): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    Date.parse(from),
    Date.parse(to),
  );
}

/** Formats a moment in the report's time zone: it is the same in every browser [D4]. */
export function formatMoment(at: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
}

/** Returns the name of a weekday, Monday being 0. 2024 began on a Monday. */
export function formatWeekday(weekday: number, locale: string, style: 'long' | 'short' = 'long'): string {
  return formatDay(`2024-01-0${weekday + 1}`, locale, { weekday: style });
}

export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
