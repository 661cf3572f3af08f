import type { Duration } from '../../../../protocol/reports/report-choices';
import type { ReportConditions } from '../../../../protocol/reports/report-filter';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Parameter } from '../database/sql';
import { TABLE } from '../database/tables';

/** SQL fragment with its parameters, in the order of their places. */
export interface Clause {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const HOURS = 24;
const WEEKDAYS = 7;
/** 1970-01-01 was a Thursday; Monday is 0. */
const FIRST_WEEKDAY = 3;

// SQLite's driver binds every number as a float, by which a division would not be one of integers.
const INTEGER = 'CAST(? AS BIGINT)';

/** Threshold of the service level for a report row `r`, by the channel that its visitor asked for; its parameters are those of `levelParameters`. */
const LEVEL_MS = `CASE WHEN r.began_as = 'chat' THEN ${INTEGER} ELSE ${INTEGER} END`;

/** Later than any threshold. */
const NEVER_MS = Number.MAX_SAFE_INTEGER;

/**
 * Conditions by which a report row `r` counts for the service level [D1]; each has the parameters of `levelParameters`. Who gives up before the
 * threshold counts in neither, and who does at the threshold has waited for it. What was answered and never responded to missed it.
 */
export const LEVEL = {
  met: `CASE WHEN r.outcome = 'abandoned' THEN NULL ELSE r.first_response_ms END <= ${LEVEL_MS}`,
  'not-met': `CASE r.outcome WHEN 'abandoned' THEN r.waiting_ms + 1 WHEN 'answered' THEN COALESCE(r.first_response_ms, ${NEVER_MS}) ELSE r.first_response_ms END > ${LEVEL_MS}`,
} as const;

/**
 * Conditions by which an assignment `a` of a report row `r` counts for its agent's service level [Z150], with the parameters of `LEVEL`: the first
 * response was theirs, or they opened what was answered and nobody ever responded to. Giving up later takes nothing from who had responded in time.
 */
export const OWN_LEVEL = {
  met: `a.first_response_ms <= ${LEVEL_MS}`,
  'not-met': `CASE WHEN r.outcome = 'answered' AND r.first_response_ms IS NULL AND a.opened_at IS NOT NULL THEN ${NEVER_MS} ELSE a.first_response_ms END > ${LEVEL_MS}`,
} as const;

export function levelParameters({
  callLevelMs,
  chatLevelMs,
}: Pick<ReportSelection, 'callLevelMs' | 'chatLevelMs'>): readonly Parameter[] {
  return [chatLevelMs, callLevelMs];
}

/** The time in the report's zone at which the visitor of a report row `r` asked, as ms that an own clock there would count. */
function localTime({ offsets }: ReportSelection): Clause {
  const latestFirst = offsets.toReversed();
  const earliest = latestFirst.pop()?.offsetMs ?? 0;
  if (latestFirst.length === 0) return { sql: `(r.requested_at + ${INTEGER})`, parameters: [earliest] };
  const cases = latestFirst.map(() => `WHEN r.requested_at >= ? THEN ${INTEGER}`).join(' ');
  return {
    sql: `(r.requested_at + CASE ${cases} ELSE ${INTEGER} END)`,
    parameters: [...latestFirst.flatMap(({ offsetMs, since }) => [since, offsetMs]), earliest],
  };
}

/** Hour of the day, 0 to 23, of a report row `r` in the report's zone. */
export function hourOf(selection: ReportSelection): Clause {
  const { parameters, sql } = localTime(selection);
  return { sql: `(${sql} / ${HOUR_MS} % ${HOURS})`, parameters };
}

/** Weekday of a report row `r` in the report's zone; Monday is 0. */
export function weekdayOf(selection: ReportSelection): Clause {
  const { parameters, sql } = localTime(selection);
  return { sql: `((${sql} / ${DAY_MS} + ${FIRST_WEEKDAY}) % ${WEEKDAYS})`, parameters };
}

const HAS: Readonly<Record<NonNullable<ReportConditions['has']>, string>> = {
  missed: 'r.missed_count > 0',
  transfer: 'r.transfer_count > 0',
  call: 'r.call_count > 0',
  rating: 'r.rating_score IS NOT NULL',
};

const stars = (score: number): string => `(r.rating_scale = 'stars' AND r.rating_score = ${score})`;
const RATING: Readonly<Record<NonNullable<ReportConditions['rating']>, string>> = {
  up: `(r.rating_scale = 'thumbs' AND r.rating_score = 1)`,
  down: `(r.rating_scale = 'thumbs' AND r.rating_score = 0)`,
  1: stars(1),
  2: stars(2),
  3: stars(3),
  4: stars(4),
  5: stars(5),
  none: '(r.is_rating_asked = TRUE AND r.rating_score IS NULL)',
};

const MEASURED: Readonly<Record<Duration, string>> = {
  waiting: 'r.waiting_ms IS NOT NULL',
  ring: 'r.ring_ms IS NOT NULL',
  firstResponse: 'r.first_response_ms IS NOT NULL',
  response: 'r.response_count > 0',
  duration: 'r.duration_ms IS NOT NULL',
  handling: 'r.handling_ms IS NOT NULL',
  wrapUp: 'r.wrap_up_ms IS NOT NULL',
  call: 'r.call_ms IS NOT NULL',
};

/** Waiting times of those that were assigned and of those that gave up are told apart: without an outcome, the former are meant. */
function measuredOf({ measured, outcome }: ReportSelection): string {
  const sql = measured === undefined ? '' : MEASURED[measured];
  return measured === 'waiting' && outcome === undefined ? `(${sql} AND r.outcome <> 'abandoned')` : sql;
}

/** Assignment `a` that rang out, or was put back unopened. */
export const MISSED = `(a.outcome = 'missed' OR (a.opened_at IS NULL AND a.outcome = 'reassigned'))`;

/** What an agent did in an assignment `a` of theirs. */
const OWN: Readonly<Record<Exclude<NonNullable<ReportConditions['own']>, 'rated' | 'level'>, string>> = {
  attended: 'a.opened_at IS NOT NULL',
  missed: MISSED,
  transferred: `a.outcome = 'transferred'`,
  firstResponse: 'a.first_response_ms IS NOT NULL',
  response: 'a.response_count > 0',
  handling: 'a.handling_ms IS NOT NULL',
  wrapUp: 'a.wrap_up_ms IS NOT NULL',
};

/** Interactions that an agent held, or in which they did something themselves [Z150]. */
function heldBy(selection: ReportSelection): Clause[] {
  const { agentId, own } = selection;
  if (own === 'level' && agentId !== undefined) {
    const parameters = levelParameters(selection);
    const counts = `a.agent_id = ? AND a.interaction_id = r.interaction_id AND (${OWN_LEVEL.met} OR ${OWN_LEVEL['not-met']})`;
    return when(`EXISTS (SELECT 1 FROM ${TABLE.reportAssignments} a WHERE ${counts})`, [
      agentId,
      ...parameters,
      ...parameters,
    ]);
  }
  if (own === 'rated') return compare('(r.agent_id = ? AND r.rating_score IS NOT NULL)', agentId);
  const did = own === undefined || own === 'level' ? '' : ` AND ${OWN[own]}`;
  const held = `SELECT a.interaction_id FROM ${TABLE.reportAssignments} a WHERE a.agent_id = ?${did}`;
  return compare(`r.interaction_id IN (${held})`, agentId);
}

/** Interactions that an agent handed on, with what came of it: the next assignments are read of those alone. */
const HANDED = `SELECT o.interaction_id FROM (
    SELECT a.interaction_id, a.agent_id, a.outcome,
      LEAD(a.agent_id) OVER (PARTITION BY a.interaction_id ORDER BY a.assigned_at, a.id) AS next_agent
    FROM ${TABLE.reportAssignments} a WHERE a.interaction_id IN (
      SELECT t.interaction_id FROM ${TABLE.reportAssignments} t WHERE t.agent_id = ? AND t.outcome = 'transferred'
    )
  ) o WHERE o.outcome = 'transferred' AND o.agent_id = ? AND`;

function handedOn({ agentId, handedTo }: ReportSelection): Clause[] {
  if (handedTo === undefined || agentId === undefined) return [];
  return handedTo === 'none'
    ? when(`r.interaction_id IN (${HANDED} o.next_agent IS NULL)`, [agentId, agentId])
    : when(`r.interaction_id IN (${HANDED} o.next_agent = ?)`, [agentId, agentId, handedTo]);
}

function inDepartment({ departmentId }: ReportSelection): Clause[] {
  return departmentId === 'none'
    ? when('r.department_id IS NULL')
    : compare('r.department_id = ?', departmentId);
}

function ofLevel(selection: ReportSelection): Clause[] {
  const { level } = selection;
  const parameters = levelParameters(selection);
  if (level !== 'measured') return when(level && LEVEL[level], parameters);
  return when(`(${LEVEL.met} OR ${LEVEL['not-met']})`, [...parameters, ...parameters]);
}

const TAGGED = `r.interaction_id IN (SELECT given.interaction_id FROM ${TABLE.reportTags} given WHERE given.tag_id = ?)`;

const compare = (sql: string, value: Parameter | undefined): Clause[] =>
  value === undefined ? [] : [{ sql, parameters: [value] }];
const equal = ({ parameters, sql }: Clause, value: number | undefined): Clause[] =>
  value === undefined ? [] : [{ sql: `${sql} = ?`, parameters: [...parameters, value] }];
const when = (sql: string | undefined, parameters: readonly Parameter[] = []): Clause[] =>
  sql === undefined || sql === '' ? [] : [{ sql, parameters }];

/** The conditions on a report row `r` by which it belongs to a selection, joined by AND: text for WHERE, for SQLite and PostgreSQL. */
export function conditionsOf(selection: ReportSelection): Clause {
  const { has, raised, rating } = selection;
  const clauses = [
    ...compare('r.requested_at >= ?', selection.since),
    ...compare('r.requested_at < ?', selection.until),
    ...compare('r.channel = ?', selection.channel),
    ...compare('r.site_id = ?', selection.siteId),
    ...inDepartment(selection),
    ...heldBy(selection),
    ...handedOn(selection),
    ...compare(TAGGED, selection.tagId),
    ...compare('r.origin = ?', selection.origin),
    ...compare('r.outcome = ?', selection.outcome),
    ...compare('r.ended_by = ?', selection.endedBy),
    ...equal(weekdayOf(selection), selection.weekday),
    ...equal(hourOf(selection), selection.hour),
    ...when(has && HAS[has]),
    ...when(rating && RATING[rating]),
    ...ofLevel(selection),
    ...when(measuredOf(selection)),
    ...when(raised && `(r.began_as = 'chat' AND r.channel <> 'chat')`),
  ];
  return {
    sql: clauses.map(({ sql }) => sql).join(' AND '),
    parameters: clauses.flatMap(({ parameters }) => [...parameters]),
  };
}

/** FROM and WHERE of the report rows `r` of a selection. */
export function fromRowsOf(selection: ReportSelection): Clause {
  const { parameters, sql } = conditionsOf(selection);
  return { sql: `FROM ${TABLE.reportRows} r WHERE ${sql}`, parameters };
}
