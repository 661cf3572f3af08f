import type { GroupRow } from '../../../../protocol/reports/reports';
import type { Compared, GroupsQuery } from '../../application/reports/report-queries';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Steps } from '../../application/steps';
import { readGroups, toFigures } from './figures';
import { conditionsOf } from './report-conditions';
import type { ReportSql } from './report-sql';
import { NO_RINGS, readRings } from './rings';
import { TABLE } from '../database/tables';

const COLUMNS = {
  departments: { id: 'department_id', name: 'department_name' },
  sites: { id: 'site_id', name: 'site_name' },
} as const;

/** Reads the figures by department or site, of one moment: those of a period and of the one before. */
export function* readReportGroups(
  sql: ReportSql,
  { before, by, selection }: GroupsQuery,
): Steps<Compared<GroupRow>> {
  return {
    rows: yield* readGroupRows(sql, by, selection),
    before: before === null ? [] : yield* readGroupRows(sql, by, before),
  };
}

/** Reads a row of figures for each department or site, by the name that it had last; the largest first. */
function* readGroupRows(
  sql: ReportSql,
  by: GroupsQuery['by'],
  selection: ReportSelection,
): Steps<GroupRow[]> {
  const groups = yield* readGroups(sql, selection, by);
  const rings = yield* readRings(sql, selection, by);
  const { id, name } = COLUMNS[by];
  const { parameters, sql: conditions } = conditionsOf(selection);
  const names = yield* sql.rows<{ grp: number; name: string }>(
    `SELECT latest.grp, named.${name} AS name
     FROM (
       SELECT r.${id} AS grp, MAX(r.id) AS last_id FROM ${TABLE.reportRows} r
       WHERE ${conditions} AND r.${id} IS NOT NULL GROUP BY r.${id}
     ) latest JOIN ${TABLE.reportRows} named ON named.id = latest.last_id`,
    ...parameters,
  );
  const nameOf = new Map(names.map((row) => [row.grp, row.name]));
  return [...groups]
    .map(([key, group]) => ({
      id: key,
      name: key === null ? '' : (nameOf.get(key) ?? ''),
      figures: toFigures(group, rings.get(key) ?? NO_RINGS),
    }))
    .sort((one, other) => other.figures.volume - one.figures.volume || (one.id ?? 0) - (other.id ?? 0));
}
