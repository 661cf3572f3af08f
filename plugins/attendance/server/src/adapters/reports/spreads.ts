import type { Steps } from '../../application/steps';
import type { Duration } from '../../../../protocol/reports/report-choices';
import type { Spread } from '../../../../protocol/reports/reports';
import type { Parameter } from '../database/sql';
import type { Count, ReportSql } from './report-sql';

/** Values that are spread: rows with the group of each, `grp`, and the columns of `valuesOf`. */
export interface Measured<Measure extends string> {
  readonly measures: readonly Measure[];
  /** Text for WITH, with a comma at its end; empty without. */
  readonly before: string;
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Spread over those that have the measure; how many have none is the caller's knowledge. */
export type OwnSpread = Omit<Spread, 'absent'>;

/** A value at the median's place, or at that of the 90th percentile. */
interface RankRow {
  grp: number | null;
  measure: number;
  place: Count;
  value: Count;
  size: Count;
  total: Count;
  /** How many the total is the sum of. */
  parts: Count;
}

const NONE: Spread = { count: 0, absent: 0, medianMs: null, p90Ms: null, meanMs: null };

/** The nearest rank of a share of n values is the one at place ceil(share × n); these are the same in integers. */
const medianPlace = (size: number): number => Math.floor((size + 1) / 2);
const p90Place = (size: number): number => Math.floor((9 * size + 9) / 10);

/**
 * Reads medians, 90th percentiles and means by group and measure: each measure is sorted for itself, which takes half as long as all together. The mean
 * of response times is over the responses, and so not one of means: a conversation of many responses counts for more.
 */
export function* readSpreads<Measure extends string>(
  sql: ReportSql,
  { before, measures, parameters, sql: text }: Measured<Measure>,
): Steps<Map<number | null, Map<Measure, OwnSpread>>> {
  const parts = measures.map(
    (measure, index) =>
      `SELECT grp, ${index} AS measure, place, value, size, total, parts FROM (
         SELECT grp, m${index} AS value, ROW_NUMBER() OVER (PARTITION BY grp ORDER BY m${index}) AS place,
           COUNT(*) OVER (PARTITION BY grp) AS size, ${meanOf(measure, index)}
         FROM chosen WHERE m${index} IS NOT NULL
       ) of${index} WHERE place = (size + 1) / 2 OR place = (9 * size + 9) / 10`,
  );
  const rows = yield* sql.rows<RankRow>(
    `WITH ${before}chosen AS (${text}) ${parts.join(' UNION ALL ')}`,
    ...parameters,
  );
  const groups = new Map<number | null, Map<Measure, OwnSpread>>();
  for (const row of rows) {
    const measure = measures[row.measure];
    if (measure === undefined) continue;
    const spreads = groups.get(row.grp) ?? new Map<Measure, OwnSpread>();
    groups.set(row.grp, spreads.set(measure, withRank(row, spreads.get(measure))));
  }
  return groups;
}

/** Columns of what a mean is made of, over the rows of a group. */
function meanOf(measure: string, index: number): string {
  return measure === 'response'
    ? 'SUM(response_total_ms) OVER (PARTITION BY grp) AS total, SUM(response_count) OVER (PARTITION BY grp) AS parts'
    : `SUM(m${index}) OVER (PARTITION BY grp) AS total, COUNT(*) OVER (PARTITION BY grp) AS parts`;
}

function withRank({ parts, place, size, total, value }: RankRow, known: OwnSpread | undefined): OwnSpread {
  const count = Number(size);
  const at = Number(place);
  return {
    count,
    medianMs: at === medianPlace(count) ? Number(value) : (known?.medianMs ?? null),
    p90Ms: at === p90Place(count) ? Number(value) : (known?.p90Ms ?? null),
    meanMs: Math.round(Number(total) / Number(parts)),
  };
}

/** Completes a spread by how many of `all` have no such duration. */
export function spreadOf(own: OwnSpread | undefined, all: number): Spread {
  return own === undefined ? { ...NONE, absent: all } : { ...own, absent: all - own.count };
}

/**
 * Columns of what is spread: in `m0`, `m1`, … the measures in their order, null where a row has none; and what the mean of response times is made of,
 * where they are among them.
 */
export function valuesOf<Measure extends string>(
  measures: readonly Measure[],
  alias: 'r' | 'a',
  columnOf: (measure: Measure) => string,
): string {
  const values = measures.map((measure, index) => `${columnOf(measure)} AS m${index}`);
  const responses = measures.some((measure) => measure === 'response')
    ? [`${alias}.response_total_ms`, `${alias}.response_count`]
    : [];
  return [...values, ...responses].join(', ');
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
