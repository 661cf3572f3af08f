import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { InteractionReader } from '../../application/interactions/ports';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { RoutingRequest } from '../../domain/routing/routing';
import type { Parameter, SqlReader } from '../database/sql';
import { history } from './interaction-history';
import { liveKeyOf, toMissedBy, toStored, type InteractionRow } from './interaction-rows';
import { toTime } from '../database/columns';
import { QUERIES } from './interaction-select';
import { TABLE } from '../database/tables';

const OVERDUE = `SELECT id FROM ${TABLE.interactions} WHERE live_key IS NOT NULL AND away_until <= ?`;
const UNANSWERED = `SELECT id FROM ${TABLE.interactions} WHERE status = 'assigned' AND call_until <= ? ORDER BY id`;
const OPENED = `SELECT 1 FROM ${TABLE.assignments}
  WHERE interaction_id = ? AND +agent_id = ? AND opened_at IS NOT NULL LIMIT 1`;
const ASSIGNED = `SELECT assigned_at FROM ${TABLE.interactions} WHERE assigned_at >= ? ORDER BY assigned_at`;

/** Reads interactions outside a transaction. */
export function createInteractionReader(reader: SqlReader): InteractionReader {
  const list = async (
    query: keyof typeof QUERIES,
    ...parameters: Parameter[]
  ): Promise<StoredInteraction[]> =>
    (await reader.rows<InteractionRow>(QUERIES[query], ...parameters)).map(toStored);
  const idsOf = async (text: string, now: number): Promise<InteractionId[]> =>
    (await reader.rows<{ id: InteractionId }>(text, now)).map(({ id }) => id);

  return {
    find: async (id) => (await list('byId', id))[0] ?? null,
    findLive: async (siteId, visitorId) => (await list('byLiveKey', liveKeyOf(siteId, visitorId)))[0] ?? null,
    heldBy: (agentId) => list('heldBy', agentId),
    openOf: (visitorId) => list('openOf', visitorId),
    waiting: () => list('waiting'),
    routingRequests: async () => (await selectRequests(reader, `i.status = 'waiting'`)).map(toRequest),
    overdue: (now) => idsOf(OVERDUE, now),
    unansweredCalls: (now) => idsOf(UNANSWERED, now),
    rungOut: async (now) => {
      const rows = await selectRequests(reader, `i.status = 'assigned' AND i.ring_until <= ?`, now);
      return rows.map((row) => ({ agentId: row.agent_id as AgentId, request: toRequest(row) }));
    },
    wasOpenedBy: async (id, agentId) => (await reader.rows(OPENED, id, agentId)).length > 0,
    history: (visitorId, current, limit) => history(reader, visitorId, current, limit),
    recentAssignments: async (since) =>
      (await reader.rows<{ assigned_at: number | string }>(ASSIGNED, since)).map((row) =>
        toTime(row.assigned_at),
      ),
  };
}

type RequestRow = Pick<
  InteractionRow,
  | 'id'
  | 'visitor_id'
  | 'agent_id'
  | 'channel'
  | 'department_id'
  | 'waiting_since'
  | 'away_until'
  | 'missed_by'
  | 'transferred_by'
> & { readonly last_agent_id: number | null };

/** Reads waiting requests, longest wait first [R7]. */
function selectRequests(reader: SqlReader, where: string, ...parameters: number[]): Promise<RequestRow[]> {
  return reader.rows(
    `SELECT i.id, i.visitor_id, i.agent_id, i.channel, i.department_id, i.waiting_since, i.away_until, i.missed_by,
       i.transferred_by, v.last_agent_id
     FROM ${TABLE.interactions} i LEFT JOIN ${TABLE.visitors} v ON v.id = i.visitor_id
     WHERE ${where} ORDER BY i.waiting_since, i.id`,
    ...parameters,
  );
}

function toRequest(row: RequestRow): RoutingRequest {
  return {
    interactionId: row.id as InteractionId,
    visitorId: row.visitor_id as RoutingRequest['visitorId'],
    channel: row.channel,
    departmentId: row.department_id as RoutingRequest['departmentId'],
    waitingSince: toTime(row.waiting_since),
    isAway: row.away_until !== null,
    previousAgentId: row.last_agent_id as AgentId | null,
    missedBy: toMissedBy(row.missed_by),
    transferredBy: row.transferred_by as AgentId | null,
  };
}
