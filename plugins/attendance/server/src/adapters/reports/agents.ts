import type { AgentRow } from '../../../../protocol/reports/reports';
import type { AgentId } from '../../../../protocol/schemas/ids';
import type { AgentFigures, AgentsPeriod, AgentsQuery } from '../../application/reports/report-queries';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Steps } from '../../application/steps';
import { timesOf } from '../../domain/reports/occupancy';
import { TABLE } from '../database/tables';
import type { Parameter } from '../database/sql';
import { readAgentSpans } from './agent-spans';
import { readHandOvers } from './hand-overs';
import { columns, NO_LEVEL, RATING_COUNTS, toRating } from './figures';
import { conditionsOf, levelParameters, MISSED, OWN_LEVEL, type Clause } from './report-conditions';
import type { Count, ReportSql } from './report-sql';
import { readSpreads, spreadOf, valueOf, valuesOf, type Measured, type OwnSpread } from './spreads';

const MEASURES = ['ring', 'firstResponse', 'response', 'handling', 'wrapUp'] as const;
type AgentMeasure = (typeof MEASURES)[number];

const count = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
const COUNTS = {
  assignments: 'COUNT(*)',
  attended: count('a.opened_at IS NOT NULL'),
  missed: count(MISSED),
  transferred: count(`a.outcome = 'transferred'`),
  level_met: count(OWN_LEVEL.met),
  level_measured: count(`${OWN_LEVEL.met} OR ${OWN_LEVEL['not-met']}`),
  last_id: 'MAX(a.id)',
} as const;

type AgentCounts = Readonly<Record<keyof typeof COUNTS, Count>> & { readonly agent_id: AgentId };
type AgentRating = Readonly<Record<keyof typeof RATING_COUNTS, Count>> & { readonly agent_id: AgentId };

/** Reads agents' figures, of one moment: those of a period, of the one before, and who handed on to whom. */
export function* readAgents(sql: ReportSql, { before, now, ...period }: AgentsQuery): Steps<AgentFigures> {
  return {
    rows: yield* readAgentRows(sql, period, now),
    before: before === null ? [] : yield* readAgentRows(sql, before, now),
    handOvers: yield* readHandOvers(sql, period.selection),
  };
}

/**
 * Reads each agent's figures, of those who had an assignment in the selection or were Online or held anything in its period [D1]. The filter holds for
 * assignments by their interaction; time Online knows only the period and the agent.
 */
function* readAgentRows(sql: ReportSql, { open, selection }: AgentsPeriod, now: number): Steps<AgentRow[]> {
  const assigned = assignmentsOf(selection);
  const counts = yield* readCounts(sql, selection, assigned);
  const ratings = yield* readRatings(sql, selection);
  const spreads = yield* readSpreads(sql, measuredOf(assigned));
  const durations = yield* readSpreads(sql, durationsOf(assigned));
  const spans = yield* readAgentSpans(sql, selection, now);
  const names = yield* readNames(sql, counts);
  const period = { from: selection.since, to: Math.min(selection.until, now) };
  const ids = new Set([...counts.keys(), ...spans.keys()]);
  if (selection.agentId !== undefined) ids.add(selection.agentId);
  const rows = [...ids].map((id): AgentRow => {
    const row = counts.get(id);
    const own = spreads.get(id) ?? new Map<AgentMeasure, OwnSpread>();
    const assignments = Number(row?.assignments ?? 0);
    const spread = (measure: AgentMeasure) => spreadOf(own.get(measure), assignments);
    // None is without a duration.
    const duration = durations.get(id)?.get('duration');
    const rating = ratings.get(id);
    return {
      id,
      name: names.get(id) ?? spans.get(id)?.name ?? '',
      attended: Number(row?.attended ?? 0),
      missed: Number(row?.missed ?? 0),
      transferred: Number(row?.transferred ?? 0),
      ring: spread('ring'),
      firstResponse: spread('firstResponse'),
      response: spread('response'),
      duration: spreadOf(duration, duration?.count ?? 0),
      handling: spread('handling'),
      wrapUp: spread('wrapUp'),
      level:
        row === undefined ? NO_LEVEL : { met: Number(row.level_met), measured: Number(row.level_measured) },
      rating: toRating(rating ?? NO_RATING),
      ...timesOf(spans.get(id) ?? { online: [], held: [] }, open, period),
    };
  });
  return rows.sort((one, other) => other.attended - one.attended || one.id - other.id);
}

const NO_RATING = Object.fromEntries(Object.keys(RATING_COUNTS).map((name) => [name, 0])) as Readonly<
  Record<keyof typeof RATING_COUNTS, Count>
>;

/** FROM and WHERE of the assignments `a` whose interactions `r` are selected; of one agent where the filter names one. */
function assignmentsOf(selection: ReportSelection): Clause {
  const { parameters, sql } = conditionsOf(selection);
  const own: readonly Parameter[] = selection.agentId === undefined ? [] : [selection.agentId];
  return {
    sql: `FROM ${TABLE.reportRows} r JOIN ${TABLE.reportAssignments} a ON a.interaction_id = r.interaction_id
      WHERE ${sql}${own.length > 0 ? ' AND a.agent_id = ?' : ''}`,
    parameters: [...parameters, ...own],
  };
}

function* readCounts(
  sql: ReportSql,
  selection: ReportSelection,
  assigned: Clause,
): Steps<Map<AgentId, AgentCounts>> {
  const levels = levelParameters(selection);
  const rows = yield* sql.rows<AgentCounts>(
    `SELECT a.agent_id, ${columns(COUNTS)} ${assigned.sql} GROUP BY a.agent_id`,
    ...levels,
    ...levels,
    ...levels,
    ...assigned.parameters,
  );
  return new Map(rows.map((row) => [row.agent_id, row]));
}

function* readNames(sql: ReportSql, counts: ReadonlyMap<AgentId, AgentCounts>): Steps<Map<AgentId, string>> {
  if (counts.size === 0) return new Map();
  const last = [...counts.values()].map(({ last_id }) => Number(last_id));
  const rows = yield* sql.rows<{ agent_id: AgentId; agent_name: string }>(
    `SELECT agent_id, agent_name FROM ${TABLE.reportAssignments} WHERE id IN (${last.map(() => '?').join(', ')})`,
    ...last,
  );
  return new Map(rows.map((row) => [row.agent_id, row.agent_name]));
}

/** Ratings of the interactions that each held last. */
function* readRatings(sql: ReportSql, selection: ReportSelection): Steps<Map<AgentId, AgentRating>> {
  const { parameters, sql: conditions } = conditionsOf(selection);
  const isOwn = selection.agentId === undefined ? 'r.agent_id IS NOT NULL' : 'r.agent_id = ?';
  const rows = yield* sql.rows<AgentRating>(
    `SELECT r.agent_id, ${columns(RATING_COUNTS)} FROM ${TABLE.reportRows} r
     WHERE ${conditions} AND ${isOwn} GROUP BY r.agent_id`,
    ...parameters,
    ...(selection.agentId === undefined ? [] : [selection.agentId]),
  );
  return new Map(rows.map((row) => [row.agent_id, row]));
}

/** Values of assignments. */
function measuredOf({ parameters, sql }: Clause): Measured<AgentMeasure> {
  const values = valuesOf(MEASURES, 'a', (measure) => valueOf(measure, 'a'));
  return { measures: MEASURES, before: '', sql: `SELECT a.agent_id AS grp, ${values} ${sql}`, parameters };
}

/** Durations of the interactions that each agent opened, each once. */
function durationsOf({ parameters, sql }: Clause): Measured<'duration'> {
  return {
    measures: ['duration'],
    before: '',
    sql: `SELECT DISTINCT a.agent_id AS grp, a.interaction_id, r.duration_ms AS m0 ${sql} AND a.opened_at IS NOT NULL`,
    parameters,
  };
}
