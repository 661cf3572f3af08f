const SIX_DAYS_MS = 6 * 86_400_000;

/** Formats the next opening (a time in ms) in the visitor's language and time zone: the weekday, or the date when it is far. */
export function describeOpening(at: number, locale: string, now: number): string {
  const day =
    at - now < SIX_DAYS_MS ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
}
