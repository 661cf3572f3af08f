import type { Spread } from '../../../../protocol/reports/reports';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Steps } from '../../application/steps';
import { TABLE } from '../database/tables';
import { groupedRows, withBefore, type Count, type GroupBy, type ReportSql } from './report-sql';
import { readSpreads, spreadOf } from './spreads';

/** Spread of the rings where nothing was assigned. */
export const NO_RINGS: Spread = spreadOf(undefined, 0);

/**
 * Reads by group how long assignments rang until they were opened: an interaction that was handed on has several, and one that nobody opened is
 * among the absent.
 */
export function* readRings(
  sql: ReportSql,
  selection: ReportSelection,
  by: GroupBy,
): Steps<Map<number | null, Spread>> {
  const { before, group, rows } = groupedRows(selection, by);
  const assigned = `(SELECT ${group} AS grp, r.interaction_id ${rows.sql}) held
    JOIN ${TABLE.reportAssignments} a ON a.interaction_id = held.interaction_id`;
  const parameters = [...before.parameters, ...rows.parameters];
  const counts = yield* sql.rows<{ grp: number | null; size: Count }>(
    `${withBefore(before)}SELECT held.grp, COUNT(*) AS size FROM ${assigned} GROUP BY held.grp`,
    ...parameters,
  );
  const spreads = yield* readSpreads(sql, {
    measures: ['ring'] as const,
    before: before.sql,
    sql: `SELECT held.grp, a.ring_ms AS m0 FROM ${assigned}`,
    parameters,
  });
  return new Map(
    counts.map(({ grp, size }) => [grp, spreadOf(spreads.get(grp)?.get('ring'), Number(size))] as const),
  );
}
