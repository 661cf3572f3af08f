import type { FormAnswer } from '../../../../../protocol/settings/form';
import type {
  ExportCursor,
  ExportedRows,
  ExportHead,
  ExportPage,
  ExportPageOrder,
  QuestionsOrder,
  QuestionsPage,
} from '../../../application/reports/interaction-source';
import type { ExportedInteraction } from '../../../application/reports/report-export';
import type { ReportSelection } from '../../../application/reports/report-scope';
import type { Steps } from '../../../application/steps';
import { interactionColumns } from '../../../presenters/reports/interaction-columns';
import { toInteractionLine } from '../../../presenters/reports/interaction-lines';
import { writeCsv } from '../../../presenters/reports/write-csv';
import { writeJsonLines } from '../../../presenters/reports/write-json-lines';
import { fromJson, toTime } from '../../database/columns';
import { TABLE } from '../../database/tables';
import { conditionsOf, fromRowsOf, type Clause } from '../report-conditions';
import type { ReportSql } from '../report-sql';
import { REPORTED_COLUMNS, toReportInteraction, type Belongings, type ReportedRow } from './interaction-row';
import { readBelongings, readFields, WITH_INTERACTION } from './read-interactions';

/** Interactions of one page: few enough that a query in between waits for some hundredths of a second. */
const PAGE = 200;
/** Those whose questions are looked up at once. */
const QUESTIONS_PAGE = 2_000;

/** Reads how many interactions an export will have, and what it needs to know before the first of them. */
export function* exportHead(sql: ReportSql, selection: ReportSelection): Steps<ExportHead> {
  const { parameters, sql: from } = fromRowsOf(selection);
  const text = `SELECT count(*) AS total, max(r.id) AS last_id ${from}`;
  const [head] = yield* sql.rows<{ total: number | string; last_id: number | null }>(text, ...parameters);
  const fields = yield* readFields(sql);
  return { rows: Number(head?.total ?? 0), lastId: head?.last_id ?? 0, fields };
}

interface Place {
  readonly report_id: number;
  readonly requested_at: number | string;
}

const ORDER = 'ORDER BY r.requested_at, r.id';

/** Reads which questions the interactions of one page have answers to. */
export function* exportQuestions(
  sql: ReportSql,
  { after, ...exported }: QuestionsOrder,
): Steps<QuestionsPage> {
  const { parameters, sql: ids } = idsOf(exported, after, QUESTIONS_PAGE);
  const text = `SELECT r.id AS report_id, r.requested_at, i.answers FROM (${ids}) page
    JOIN ${TABLE.reportRows} r ON r.id = page.id LEFT JOIN ${TABLE.interactions} i ON i.id = r.interaction_id ${ORDER}`;
  const rows = yield* sql.rows<Place & Pick<ReportedRow, 'answers'>>(text, ...parameters);
  const labels = rows.flatMap(({ answers }) =>
    fromJson<FormAnswer[]>(answers ?? '[]').map(({ label }) => label),
  );
  return { questions: [...new Set(labels)], next: nextOf(rows, QUESTIONS_PAGE) };
}

/** Reads one page of an export, and writes it: so no other thread has to. */
export function* exportPage(sql: ReportSql, order: ExportPageOrder): Steps<ExportPage> {
  const { parameters, sql: ids } = idsOf(order, order.after, PAGE);
  const text = `SELECT r.id AS report_id, ${REPORTED_COLUMNS} FROM (${ids}) page ${WITH_INTERACTION} ${ORDER}`;
  const rows = yield* sql.rows<Place & ReportedRow>(text, ...parameters);
  const belongingsOf = yield* readBelongings(sql, rows, PAGE);
  const interactions = rows.map((row) => toExported(row, belongingsOf(row), order.seesIp));
  return { text: write(interactions, order), rows: rows.length, next: nextOf(rows, PAGE) };
}

/** The ids of the report rows of one page. */
function idsOf({ lastId, selection }: ExportedRows, after: ExportCursor, limit: number): Clause {
  const { parameters, sql } = conditionsOf({ ...selection, since: after?.requestedAt ?? selection.since });
  const beyond = after === null ? '' : 'AND (r.requested_at > ? OR r.id > ?)';
  return {
    sql: `SELECT r.id FROM ${TABLE.reportRows} r WHERE ${sql} AND r.id <= ? ${beyond} ${ORDER} LIMIT ${limit}`,
    parameters: [...parameters, lastId, ...(after === null ? [] : [after.requestedAt, after.id])],
  };
}

function nextOf(rows: readonly Place[], limit: number): ExportCursor {
  const last = rows.length < limit ? undefined : rows.at(-1);
  return last === undefined ? null : { requestedAt: toTime(last.requested_at), id: last.report_id };
}

function toExported(row: ReportedRow, belongings: Belongings, seesIp: boolean): ExportedInteraction {
  return {
    ...toReportInteraction(row, belongings, seesIp),
    origin: row.origin,
    responseCount: row.response_count,
    isRatingAsked: Boolean(row.is_rating_asked),
    ratingScale: row.report_rating_scale,
    ratingScore: row.report_rating_score,
  };
}

function write(interactions: readonly ExportedInteraction[], order: ExportPageOrder): string {
  if (order.format === 'jsonl')
    return writeJsonLines(interactions.map((interaction) => toInteractionLine(interaction, order)));
  const { after, separator } = order;
  return writeCsv(interactions, interactionColumns(order), {
    separator,
    isFirst: after === null,
  });
}
