import type { AuditNoun } from '../../../../plugins/attendance/protocol/settings/audit';

/** Filter of the record; empty texts match everything. Dates are days of the browser's calendar. */
export interface AuditFilter {
  readonly about: AuditNoun | '';
  readonly userId: string;
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: AuditFilter = { about: '', userId: '', from: '', to: '' };

export function queryOf({ about, from, to, userId }: AuditFilter): string {
  const query = new URLSearchParams();
  if (about !== '') query.set('about', about);
  if (userId !== '') query.set('userId', userId);
  const [first, last] = [startOf(from, 0), startOf(to, 1)];
  if (first !== null) query.set('from', String(first));
  if (last !== null) query.set('to', String(last));
  return query.toString();
}

/** Returns midnight of a day, or of one some days later, in ms. */
function startOf(date: string, daysLater: number): number | null {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return new Date(year, month - 1, day + daysLater).getTime();
}
