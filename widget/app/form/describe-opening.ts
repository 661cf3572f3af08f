const SIX_DAYS_MS = 6 * 86_400_000;

/** When somebody attends again, in the visitor's language and by their own clock: the weekday, or the date when it is far. */
export function describeOpening(at: number, locale: string, now: number): string {
  const day =
    at - now < SIX_DAYS_MS ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
}
