import type { AgentId } from '../../../../protocol/schemas/ids';
import type { Channel } from '../../../../protocol/shared/choices';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Steps } from '../../application/steps';
import type { HeldSpan } from '../../domain/reports/occupancy';
import type { Span } from '../../domain/settings/hours';
import type { Parameter } from '../database/sql';
import { toTime } from '../database/columns';
import { TABLE } from '../database/tables';
import type { Count, ReportSql } from './report-sql';

/** When an agent was Online, and when they held what; what goes on ends at `now`. */
export interface NamedSpans {
  readonly name: string;
  readonly online: Span[];
  readonly held: HeldSpan[];
}

interface SpanRow {
  agent_id: AgentId;
  agent_name: string;
  channel: Channel | null;
  since: Count;
  until: Count | null;
}

/** Reads what overlaps a selection's period, by agent. */
export function* readAgentSpans(
  sql: ReportSql,
  selection: ReportSelection,
  now: number,
): Steps<Map<AgentId, NamedSpans>> {
  const { agentId, since, until } = selection;
  const isOwn = (alias: string): string => (agentId === undefined ? '' : ` AND ${alias}.agent_id = ?`);
  const own: readonly Parameter[] = agentId === undefined ? [] : [agentId];
  const period = [until, since, ...own];
  const rows = [
    ...(yield* sql.rows<SpanRow>(
      `SELECT p.agent_id, p.agent_name, NULL AS channel, p.started_at AS since, p.ended_at AS until
       FROM ${TABLE.presencePeriods} p
       WHERE p.started_at < ? AND (p.ended_at > ? OR p.ended_at IS NULL)${isOwn('p')}`,
      ...period,
    )),
    ...(yield* sql.rows<SpanRow>(
      `SELECT a.agent_id, a.agent_name, a.channel, a.assigned_at AS since, a.released_at AS until
       FROM ${TABLE.reportAssignments} a WHERE a.assigned_at < ? AND a.released_at > ?${isOwn('a')}`,
      ...period,
    )),
    // Those of interactions that are not over yet have no report.
    ...(yield* sql.rows<SpanRow>(
      `SELECT x.agent_id, '' AS agent_name, i.channel, x.assigned_at AS since, x.released_at AS until
       FROM ${TABLE.interactions} i JOIN ${TABLE.assignments} x ON x.interaction_id = i.id
       WHERE i.status IN ('waiting', 'assigned')
         AND x.assigned_at < ? AND (x.released_at > ? OR x.released_at IS NULL)${isOwn('x')}`,
      ...period,
    )),
  ];
  return byAgent(rows, now);
}

function byAgent(rows: readonly SpanRow[], now: number): Map<AgentId, NamedSpans> {
  const agents = new Map<AgentId, NamedSpans>();
  for (const { agent_id, agent_name, channel, since, until } of rows) {
    const known = agents.get(agent_id) ?? { name: agent_name, online: [], held: [] };
    agents.set(agent_id, known);
    const span = { from: toTime(since), to: until === null ? now : toTime(until) };
    if (channel === null) known.online.push(span);
    else known.held.push({ ...span, isChat: channel === 'chat' });
  }
  return agents;
}
