const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Limits below which an age is given in days, and in months: nobody knows what 400 days are. */
const DAYS_MAX = 60;
const MONTH_DAYS = 30.44;
const MONTHS_MAX = 24;

/** Formats a moment as an age in the largest unit that fits: "agora", "há 5 minutos", "ontem". Never in the future. */
export function formatRelative(at: number, now: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const age = Math.max(0, now - at);
  if (age < MINUTE_MS) return words.format(0, 'second');
  if (age < HOUR_MS) return words.format(-Math.floor(age / MINUTE_MS), 'minute');
  if (age < DAY_MS) return words.format(-Math.floor(age / HOUR_MS), 'hour');
  const days = Math.floor(age / DAY_MS);
  if (days < DAYS_MAX) return words.format(-days, 'day');
  const months = Math.floor(days / MONTH_DAYS);
  return months < MONTHS_MAX
    ? words.format(-months, 'month')
    : words.format(-Math.floor(months / 12), 'year');
}
