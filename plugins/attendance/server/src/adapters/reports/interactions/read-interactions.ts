import { REPORT_PAGE_SIZE, type ReportSort } from '../../../../../protocol/reports/report-filter';
import type { ReportInteraction, ReportInteractions } from '../../../../../protocol/reports/reports';
import type {
  InteractionQuery,
  InteractionsOrder,
  InteractionsPage,
} from '../../../application/reports/report-table';
import type { Steps } from '../../../application/steps';
import { fromJson } from '../../database/columns';
import { TABLE } from '../../database/tables';
import {
  REPORTED_COLUMNS,
  toReportInteraction,
  type AssignmentRow,
  type Belongings,
  type ReportedRow,
  type TagRow,
} from './interaction-row';
import { fromRowsOf } from '../report-conditions';
import type { ReportSql } from '../report-sql';

const SORT_COLUMNS: Readonly<Record<ReportSort, string>> = {
  requestedAt: 'r.requested_at',
  channel: 'r.channel',
  siteName: 'r.site_name',
  departmentName: 'r.department_name',
  agentName: 'r.agent_name',
  outcome: 'r.outcome',
  waiting: 'r.waiting_ms',
  firstResponse: 'r.first_response_ms',
  duration: 'r.duration_ms',
  handling: 'r.handling_ms',
  wrapUp: 'r.wrap_up_ms',
  call: 'r.call_ms',
  missed: 'r.missed_count',
  transfers: 'r.transfer_count',
  rating: 'r.rating_score',
};

/** Report rows `r` with what is left of their interaction and visitor. */
export const WITH_INTERACTION = `JOIN ${TABLE.reportRows} r ON r.id = page.id
  LEFT JOIN ${TABLE.interactions} i ON i.id = r.interaction_id
  LEFT JOIN ${TABLE.visitors} v ON v.id = i.visitor_id`;

/** Reads one page of the table of interactions. What lacks a measure comes last, whichever the order. */
export function* interactionsPage(sql: ReportSql, order: InteractionsOrder): Steps<InteractionsPage> {
  const { parameters, sql: from } = fromRowsOf(order.selection);
  const direction = order.order === 'ascending' ? 'ASC' : 'DESC';
  const sorted = `${SORT_COLUMNS[order.sort]} ${direction} NULLS LAST, r.interaction_id ${direction}`;
  const [counted] = yield* sql.rows<{ total: number | string }>(
    `SELECT count(*) AS total ${from}`,
    ...parameters,
  );
  // Sorted by their ids alone: whole rows would fill the memory of a deep page.
  const ids = `SELECT r.id ${from} ORDER BY ${sorted} LIMIT ${REPORT_PAGE_SIZE} OFFSET ?`;
  const text = `SELECT ${REPORTED_COLUMNS} FROM (${ids}) page ${WITH_INTERACTION} ORDER BY ${sorted}`;
  const rows = yield* sql.rows<ReportedRow>(text, ...parameters, order.offset);
  const belongingsOf = yield* readBelongings(sql, rows, REPORT_PAGE_SIZE);
  return {
    rows: rows.map((row) => toReportInteraction(row, belongingsOf(row), order.seesIp)),
    total: Number(counted?.total ?? 0),
    fields: yield* readFields(sql),
  };
}

/** Reads the assignments and tags of rows, of which there are at most as many as are said: so the text is the same for each page. */
export function* readBelongings(
  sql: ReportSql,
  rows: readonly ReportedRow[],
  most: number,
): Steps<(row: ReportedRow) => Belongings> {
  const ids = Array.from({ length: most }, (_, index) => rows[index]?.interaction_id ?? null);
  const among = `interaction_id IN (${ids.map(() => '?').join(', ')})`;
  const assignments = yield* sql.rows<AssignmentRow>(
    `SELECT interaction_id, agent_id, agent_name, assigned_at, opened_at, released_at, outcome
      FROM ${TABLE.reportAssignments} WHERE ${among} ORDER BY assigned_at, id`,
    ...ids,
  );
  const tags = yield* sql.rows<TagRow>(
    `SELECT interaction_id, name FROM ${TABLE.reportTags} WHERE ${among} ORDER BY name, tag_id`,
    ...ids,
  );
  const assignmentsOf = grouped(assignments);
  const tagsOf = grouped(tags);
  return ({ interaction_id: id }) => ({
    assignments: assignmentsOf.get(id) ?? [],
    tags: tagsOf.get(id) ?? [],
  });
}

/** Reads one interaction that is over, by its id; null where there is no such report row. */
export function* readInteraction(
  sql: ReportSql,
  { id, seesIp }: InteractionQuery,
): Steps<ReportInteraction | null> {
  const page = `SELECT r.id FROM ${TABLE.reportRows} r WHERE r.interaction_id = ?`;
  const [row] = yield* sql.rows<ReportedRow>(
    `SELECT ${REPORTED_COLUMNS} FROM (${page}) page ${WITH_INTERACTION}`,
    id,
  );
  if (row === undefined) return null;
  const belongingsOf = yield* readBelongings(sql, [row], 1);
  return toReportInteraction(row, belongingsOf(row), seesIp);
}

function grouped<Row extends { readonly interaction_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.interaction_id);
    if (group === undefined) groups.set(row.interaction_id, [row]);
    else group.push(row);
  }
  return groups;
}

type Field = ReportInteractions['fields'][number];

/** Reads the custom fields in their order, archived ones too. */
export function* readFields(sql: ReportSql): Steps<Field[]> {
  const rows = yield* sql.rows<{ id: number; label: string | Field['label'] }>(
    `SELECT id, label FROM ${TABLE.customFields} ORDER BY position, id`,
  );
  return rows.map(({ id, label }) => ({ id, label: fromJson<Field['label']>(label) }));
}
