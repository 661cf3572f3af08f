import type { ReportSelection } from '../../application/reports/report-scope';

const SECONDS = 'YYYY-MM-DDThh:mm:ss'.length;

/** Returns a time as the zone's clock showed it, such as `2026-11-30 19:45:00`: spreadsheets of every language read it as one. */
export function zonedTime(at: number, offsets: ReportSelection['offsets']): string {
  const { offsetMs } = offsets.findLast(({ since }) => since <= at) ?? offsets[0] ?? { offsetMs: 0 };
  return new Date(at + offsetMs).toISOString().slice(0, SECONDS).replace('T', ' ');
}
