import type { OfflineMessageFigures } from '../../../../protocol/reports/reports';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Steps } from '../../application/steps';
import { TABLE } from '../database/tables';
import type { Count, ReportSql } from './report-sql';
import { readSpreads, spreadOf } from './spreads';

/** Reads the figures of messages left in the period; of the filter, only the site is known of one. */
export function* readOfflineMessages(
  sql: ReportSql,
  { since, siteId, until }: ReportSelection,
): Steps<OfflineMessageFigures> {
  const left = `FROM ${TABLE.offlineMessages} m
    WHERE m.left_at >= ? AND m.left_at < ?${siteId === undefined ? '' : ' AND m.site_id = ?'}`;
  const parameters = [since, until, ...(siteId === undefined ? [] : [siteId])];
  const rows = yield* sql.rows<{ status: string; size: Count }>(
    `SELECT m.status, COUNT(*) AS size ${left} GROUP BY m.status`,
    ...parameters,
  );
  const spreads = yield* readSpreads(sql, {
    measures: ['timeToAnswer'] as const,
    before: '',
    sql: `SELECT 0 AS grp, m.answered_at - m.left_at AS m0 ${left} AND m.status = 'answered'`,
    parameters,
  });
  const sizeOf = (status: string): number => Number(rows.find((row) => row.status === status)?.size ?? 0);
  const answered = sizeOf('answered');
  return {
    left: rows.reduce((sum, { size }) => sum + Number(size), 0),
    // Whoever answered one took it before.
    taken: sizeOf('taken') + answered,
    answered,
    timeToAnswer: spreadOf(spreads.get(0)?.get('timeToAnswer'), answered),
  };
}
