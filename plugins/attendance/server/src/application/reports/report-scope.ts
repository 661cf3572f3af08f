import type { ReportConditions, ReportFilter } from '../../../../protocol/reports/report-filter';

/** A filter whose days were made into instants: what the adapters select by. */
export interface ReportSelection extends Omit<ReportFilter, 'from' | 'to'>, ReportConditions {
  /** First instant of the period, in UTC ms; inclusive. */
  readonly since: number;
  /** The instant after its last; exclusive. */
  readonly until: number;
  /** Days of the period by their first instants, ascending: the last one ends at `until`. */
  readonly days: readonly ReportDayStart[];
  /** Offsets that the zone had within the period, ascending by the instant from which each holds: hours and weekdays are cut by them. */
  readonly offsets: readonly { readonly since: number; readonly offsetMs: number }[];
  readonly chatLevelMs: number;
  readonly callLevelMs: number;
}

export interface ReportDayStart {
  readonly date: string;
  readonly since: number;
}
