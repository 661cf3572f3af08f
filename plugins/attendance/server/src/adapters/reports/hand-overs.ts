import type { HandOver } from '../../../../protocol/reports/reports';
import type { AgentId } from '../../../../protocol/schemas/ids';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Steps } from '../../application/steps';
import { TABLE } from '../database/tables';
import { conditionsOf } from './report-conditions';
import type { Count, ReportSql } from './report-sql';

/** Most pairs that are listed. */
const MOST = 100;

interface Pair {
  readonly from_id: AgentId;
  readonly to_id: AgentId | null;
  readonly from_row: Count;
  readonly to_row: Count | null;
  readonly size: Count;
}

/** Reads who handed on to whom: the receiver is the agent of the interaction's next assignment, at a department too [R15]. */
export function* readHandOvers(sql: ReportSql, selection: ReportSelection): Steps<HandOver[]> {
  const { parameters, sql: conditions } = conditionsOf(selection);
  const { agentId } = selection;
  const pairs = yield* sql.rows<Pair>(
    `SELECT o.agent_id AS from_id, o.next_agent AS to_id, MAX(o.id) AS from_row, MAX(o.next_row) AS to_row, COUNT(*) AS size
     FROM (
       SELECT a.id, a.agent_id, a.outcome,
         LEAD(a.agent_id) OVER (PARTITION BY a.interaction_id ORDER BY a.assigned_at, a.id) AS next_agent,
         LEAD(a.id) OVER (PARTITION BY a.interaction_id ORDER BY a.assigned_at, a.id) AS next_row
       FROM ${TABLE.reportRows} r JOIN ${TABLE.reportAssignments} a ON a.interaction_id = r.interaction_id
       WHERE ${conditions}
     ) o
     WHERE o.outcome = 'transferred'${agentId === undefined ? '' : ' AND o.agent_id = ?'}
     GROUP BY o.agent_id, o.next_agent
     ORDER BY COUNT(*) DESC, o.agent_id, COALESCE(o.next_agent, 0) LIMIT ${MOST}`,
    ...parameters,
    ...(agentId === undefined ? [] : [agentId]),
  );
  const names = yield* readNames(
    sql,
    pairs.flatMap(({ from_row, to_row }) => (to_row === null ? [from_row] : [from_row, to_row])).map(Number),
  );
  return pairs.map(({ from_id, from_row, size, to_id, to_row }) => ({
    from: { id: from_id, name: names.get(Number(from_row)) ?? '' },
    to: to_id === null ? null : { id: to_id, name: names.get(Number(to_row)) ?? '' },
    count: Number(size),
  }));
}

/** Reads the agents' names by assignment. */
function* readNames(sql: ReportSql, ids: readonly number[]): Steps<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = yield* sql.rows<{ id: Count; agent_name: string }>(
    `SELECT id, agent_name FROM ${TABLE.reportAssignments} WHERE id IN (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
  return new Map(rows.map(({ agent_name, id }) => [Number(id), agent_name]));
}
