import type { Steps } from '../../application/steps';
import type { Duration } from '../../../../protocol/reports/report-choices';
import type { Spread } from '../../../../protocol/reports/reports';
import type { Parameter } from '../database/sql';
import type { Count, ReportSql } from './report-sql';

/** Values that are spread, in one text: SELECT of `grp`, `measure` and `value`, none of which is null but a group. */
export interface Measured {
  /** Text for WITH, with a comma at its end; empty without. */
  readonly before: string;
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Spread over those that have the measure; how many have none is the caller's knowledge. */
export type OwnSpread = Omit<Spread, 'absent'>;

interface SpreadRow {
  grp: number | null;
  measure: string;
  size: Count;
  total: Count;
  median: Count;
  p90: Count;
}

const NONE: Spread = { count: 0, absent: 0, medianMs: null, p90Ms: null, meanMs: null };

/**
 * Reads medians, 90th percentiles and means by group and measure. The nearest rank of a share p of n values is the one at place ceil(p × n), which
 * integer division writes as (n + 1) / 2 and (9n + 9) / 10.
 */
export function* readSpreads<Measure extends string>(
  sql: ReportSql,
  { before, parameters, sql: text }: Measured,
): Steps<Map<number | null, Map<Measure, OwnSpread>>> {
  const rows = yield* sql.rows<SpreadRow>(
    `WITH ${before}measured(grp, measure, value) AS (${text}),
     sizes AS (SELECT grp, measure, COUNT(*) AS size, SUM(value) AS total FROM measured GROUP BY grp, measure),
     ranked AS (
       SELECT grp, measure, value, ROW_NUMBER() OVER (PARTITION BY grp, measure ORDER BY value) AS place FROM measured
     )
     SELECT s.grp, s.measure, s.size, s.total,
       MAX(CASE WHEN r.place = (s.size + 1) / 2 THEN r.value END) AS median,
       MAX(CASE WHEN r.place = (9 * s.size + 9) / 10 THEN r.value END) AS p90
     FROM sizes s JOIN ranked r ON r.measure = s.measure AND (r.grp = s.grp OR (r.grp IS NULL AND s.grp IS NULL))
     GROUP BY s.grp, s.measure, s.size, s.total`,
    ...parameters,
  );
  const groups = new Map<number | null, Map<Measure, OwnSpread>>();
  for (const { grp, measure, median, p90, size, total } of rows) {
    const spreads = groups.get(grp) ?? new Map<Measure, OwnSpread>();
    groups.set(grp, spreads);
    const count = Number(size);
    spreads.set(measure as Measure, {
      count,
      medianMs: Number(median),
      p90Ms: Number(p90),
      meanMs: Math.round(Number(total) / count),
    });
  }
  return groups;
}

/** Completes a spread by how many of `all` have no such duration. */
export function spreadOf(own: OwnSpread | undefined, all: number): Spread {
  return own === undefined ? { ...NONE, absent: all } : { ...own, absent: all - own.count };
}

/** Columns of a report row `r` or a report assignment `a`, by the duration that they measure. */
export function valueOf(measure: Duration, alias: 'r' | 'a'): string {
  return measure === 'response'
    ? `CASE WHEN ${alias}.response_count > 0 THEN ${alias}.response_total_ms / ${alias}.response_count END`
    : `${alias}.${COLUMNS[measure]}`;
}

const COLUMNS: Readonly<Record<Exclude<Duration, 'response'>, string>> = {
  waiting: 'waiting_ms',
  ring: 'ring_ms',
  firstResponse: 'first_response_ms',
  duration: 'duration_ms',
  handling: 'handling_ms',
  wrapUp: 'wrap_up_ms',
  call: 'call_ms',
};
