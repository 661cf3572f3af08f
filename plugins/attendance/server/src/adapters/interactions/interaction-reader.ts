import type { Knex } from 'knex';

import type { AgentId, InteractionId } from '../../../../protocol/ids';
import type { InteractionReader, StoredInteraction } from '../../application/ports';
import type { RoutingRequest } from '../../domain/routing';
import { history } from '../interaction-history';
import { liveKeyOf, toMissedBy, toStored, toTime, type InteractionRow } from '../interaction-rows';
import { select } from '../interaction-select';
import { rowsOf, withSqlite } from '../sqlite-connection';
import { TABLE } from '../tables';

type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;

/** What is read of interactions, outside of any transaction of theirs. */
export function createInteractionReader(knex: Knex): InteractionReader {
  const list = async (...query: Tail<Parameters<typeof select>>): Promise<StoredInteraction[]> =>
    (await withSqlite(knex, (connection) => select(connection, ...query))).map(toStored);

  return {
    find: async (id) => (await list('byId', id))[0] ?? null,
    findLive: async (siteId, visitorId) => (await list('byLiveKey', liveKeyOf(siteId, visitorId)))[0] ?? null,
    heldBy: (agentId) => list('heldBy', agentId),
    openOf: (visitorId) => list('openOf', visitorId),
    waiting: () => list('waiting'),
    routingRequests: async () => (await selectRequests(knex, `i.status = 'waiting'`)).map(toRequest),
    overdue: (now) => overdue(knex, now),
    unansweredCalls: async (now) => {
      const sql = `SELECT id FROM ${TABLE.interactions} WHERE status = 'assigned' AND call_until <= ? ORDER BY id`;
      return (await rowsOf<{ id: InteractionId }>(knex, sql, now)).map(({ id }) => id);
    },
    rungOut: async (now) => {
      const rows = await selectRequests(knex, `i.status = 'assigned' AND i.ring_until <= ?`, now);
      return rows.map((row) => ({ agentId: row.agent_id as AgentId, request: toRequest(row) }));
    },
    wasOpenedBy: async (id, agentId) => {
      const sql = `SELECT 1 FROM ${TABLE.assignments} WHERE interaction_id = ? AND +agent_id = ? AND opened_at IS NOT NULL LIMIT 1`;
      return (await rowsOf(knex, sql, id, agentId)).length > 0;
    },
    history: (visitorId, current, limit) => history(knex, visitorId, current, limit),
    recentAssignments: async (since) => {
      const rows = await knex(TABLE.interactions)
        .where('assigned_at', '>=', since)
        .orderBy('assigned_at')
        .select<{ assigned_at: number }[]>('assigned_at');
      return rows.map((row) => toTime(row.assigned_at));
    },
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

/** By longest wait [R7]. */
function selectRequests(knex: Knex, where: string, ...parameters: number[]): Promise<RequestRow[]> {
  return rowsOf(
    knex,
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

async function overdue(knex: Knex, now: number): Promise<InteractionId[]> {
  const rows = await knex(TABLE.interactions)
    .whereNotNull('live_key')
    .where('away_until', '<=', now)
    .select<{ id: number }[]>('id');
  return rows.map(({ id }) => id as InteractionId);
}
