const SECOND_MS = 1_000;

/** Returns a duration in whole seconds, which every spreadsheet counts with; null where there is none. */
export function secondsOf(durationMs: number | null): number | null {
  return durationMs === null ? null : Math.round(durationMs / SECOND_MS);
}
