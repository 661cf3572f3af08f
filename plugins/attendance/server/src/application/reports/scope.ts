import type { HoursUpdate } from '../../../../protocol/settings/hours';
import type { ReportConditions, ReportFilter } from '../../../../protocol/reports/report-filter';
import type { ReportScope, ReportSettings } from '../../../../protocol/reports/reports';
import { dateAt, periodOf } from '../../domain/reports/calendar';
import type { OffsetAt } from '../../domain/settings/hours';
import type { Clock } from '../clock';
import type { ReportBacklog } from './ports';
import type { ReportSelection } from './report-scope';

export interface ScopePorts {
  readonly settings: { get(): Promise<ReportSettings> };
  readonly hours: { get(): Promise<HoursUpdate> };
  readonly backlog: ReportBacklog;
  readonly offsetIn: (timeZone: string) => OffsetAt;
  readonly clock: Clock;
}

/** How reports are cut at this moment: by which zone, against which thresholds [D4]. */
export interface ReportCut {
  readonly timeZone: string;
  readonly offsetAt: OffsetAt;
  readonly hours: HoursUpdate;
  readonly now: number;
  /** Today in the report's time zone. */
  readonly today: string;
  /** Selects the interactions of a filter, and of the conditions of a drill-down. */
  select(filter: ReportFilter & ReportConditions): ReportSelection;
  /** Says what a report of this filter is made of. */
  scopeOf(filter: Pick<ReportFilter, 'from' | 'to'>): Promise<ReportScope>;
}

/** Returns the zone by which days and hours are cut [D4]: that of the business hours, where reports have none of their own. */
export function zoneOf(
  { timeZone }: Pick<ReportSettings, 'timeZone'>,
  hours: Pick<HoursUpdate, 'timeZone'>,
): string {
  return timeZone === '' ? hours.timeZone : timeZone;
}

/** Reads the settings by which a report is cut; an empty time zone takes that of the business hours. */
export async function cutNow({ backlog, clock, hours, offsetIn, settings }: ScopePorts): Promise<ReportCut> {
  const [own, schedule] = await Promise.all([settings.get(), hours.get()]);
  const { callLevelMs, chatLevelMs } = own;
  const timeZone = zoneOf(own, schedule);
  const offsetAt = offsetIn(timeZone);
  const now = clock.now();
  return {
    timeZone,
    offsetAt,
    hours: schedule,
    now,
    today: dateAt(now, offsetAt),
    select: ({ from, to, ...conditions }) => ({
      ...conditions,
      ...periodOf({ from, to }, offsetAt),
      chatLevelMs,
      callLevelMs,
    }),
    scopeOf: async ({ from, to }) => ({
      from,
      to,
      timeZone,
      chatLevelMs,
      callLevelMs,
      unread: await backlog.unread(),
    }),
  };
}
