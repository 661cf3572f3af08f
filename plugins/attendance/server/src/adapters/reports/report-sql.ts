import type { ReportSelection } from '../../application/reports/report-scope';
import type { Sql } from '../database/sql';
import type { Clause } from './report-conditions';
import { conditionsOf } from './report-conditions';
import { TABLE } from '../database/tables';

/** What reports read by: within one transaction, so that all figures of an answer are of one moment. */
export type ReportSql = Pick<Sql, 'rows'>;

/** Number as a database returns a count or a sum: text where it might be too large for the driver. */
export type Count = number | string;

/** How the rows of a report are put into groups; `days` has the index of the day. */
export type GroupBy = 'all' | 'days' | 'departments' | 'sites';

/** Report rows `r` of a selection with the group of each. */
export interface GroupedRows {
  /** Text for WITH, with a comma at its end; empty without. */
  readonly before: Clause;
  /** Expression of the group. */
  readonly group: string;
  /** FROM and WHERE. */
  readonly rows: Clause;
}

const NOTHING: Clause = { sql: '', parameters: [] };
const GROUPS: Readonly<Record<Exclude<GroupBy, 'days'>, string>> = {
  all: '0',
  departments: 'r.department_id',
  sites: 'r.site_id',
};

/** Returns the text that reads a selection's rows in groups. */
export function groupedRows(selection: ReportSelection, by: GroupBy): GroupedRows {
  const { parameters, sql } = conditionsOf(selection);
  if (by !== 'days')
    return {
      before: NOTHING,
      group: GROUPS[by],
      rows: { sql: `FROM ${TABLE.reportRows} r WHERE ${sql}`, parameters },
    };
  // The days come first: SQLite keeps the order of a CROSS JOIN, and finds the rows of each by the index.
  const from = `FROM days d CROSS JOIN ${TABLE.reportRows} r`;
  return {
    before: daysOf(selection),
    group: 'd.day_index',
    rows: {
      sql: `${from} WHERE r.requested_at >= d.since AND r.requested_at < d.until AND ${sql}`,
      parameters,
    },
  };
}

/** The days of a selection as a table `days`. */
function daysOf({ days, until }: ReportSelection): Clause {
  const parameters = days.flatMap(({ since }, index) => [index, since, days[index + 1]?.since ?? until]);
  // The types of the first row are those of all.
  const first = '(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))';
  const values = days.map((_, index) => (index === 0 ? first : '(?, ?, ?)')).join(', ');
  return { sql: `days(day_index, since, until) AS (VALUES ${values}), `, parameters };
}

/** Returns the text for WITH of a query that adds none of its own; empty without. */
export function withBefore({ sql }: Clause): string {
  return sql === '' ? '' : `WITH ${sql.replace(/, $/, ' ')}`;
}
