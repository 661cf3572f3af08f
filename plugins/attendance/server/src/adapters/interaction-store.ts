import type { Knex } from 'knex';

import type { Receipts, Side } from '../../../protocol/entities';
import type { AgentId, InteractionId } from '../../../protocol/ids';
import type { InteractionStore, StoredInteraction } from '../application/ports';
import type { RoutingRequest } from '../domain/routing';
import { recordPage, start, transition } from './interaction-changes';
import { claim } from './interaction-claim';
import { history } from './interaction-history';
import { liveKeyOf, toMissedBy, toReceipts, toStored, toTime, type InteractionRow } from './interaction-rows';
import { findRow, select } from './interaction-select';
import { TABLE } from './tables';

export function createInteractionStore(knex: Knex): InteractionStore {
  const list = async (narrow: (query: Knex.QueryBuilder) => unknown): Promise<StoredInteraction[]> =>
    (await select(knex, narrow)).map(toStored);

  return {
    find: async (id) => (await list((query) => query.where('i.id', id)))[0] ?? null,
    findLive: async (siteId, visitorId) =>
      (await list((query) => query.where('i.live_key', liveKeyOf(siteId, visitorId))))[0] ?? null,
    heldBy: (agentId) => list((query) => query.where({ 'i.status': 'assigned', 'i.agent_id': agentId })),
    waiting: () => list((query) => query.where('i.status', 'waiting')),
    routingRequests: async () =>
      (await selectRequests(knex).where('i.status', 'waiting')).map((row) => toRequest(row)),
    overdue: (now) => overdue(knex, now),
    rungOut: async (now) => {
      const rows = await selectRequests(knex).where('i.status', 'assigned').where('i.ring_until', '<=', now);
      return rows.map((row) => ({ agentId: row.agent_id as AgentId, request: toRequest(row) }));
    },
    start: (request, now) => knex.transaction((trx) => start(trx, request, now)),
    transition: (id, command, now, closing) =>
      knex.transaction((trx) => transition(trx, id, command, now, closing)),
    claim: (id, agentId, now) => claim(knex, id, agentId, now),
    advanceWatermark: (id, side, mark, sequence) =>
      knex.transaction((trx) => advanceWatermark(trx, id, side, mark, sequence)),
    recordPage: (id, page, now) => knex.transaction((trx) => recordPage(trx, id, page, now)),
    history: (visitorId, current, limit) => history(knex, visitorId, current, limit),
    recentAssignments: async (since) => {
      const rows = await knex(TABLE.interactions)
        .where('assigned_at', '>=', since)
        .orderBy('assigned_at')
        .select<{ assigned_at: number }[]>('assigned_at');
      return rows.map((row) => toTime(row.assigned_at));
    },
    markAllAway: async (persistenceMs, now) => {
      await knex(TABLE.interactions)
        .whereNotNull('live_key')
        .whereNull('away_until')
        .update({
          away_since: now,
          away_until: now + persistenceMs,
          // [R10] The ring rests while its visitor is away.
          ring_left_ms: knex.raw(
            'CASE WHEN ring_until IS NULL THEN ring_left_ms ELSE max(0, ring_until - ?) END',
            [now],
          ),
          ring_until: null,
          revision: knex.raw('revision + 1'),
        });
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
> & { readonly last_agent_id: number | null };

/** By longest wait [R7]. */
function selectRequests(knex: Knex) {
  return knex(`${TABLE.interactions} as i`)
    .leftJoin(`${TABLE.visitors} as v`, 'v.id', 'i.visitor_id')
    .orderBy('i.waiting_since')
    .orderBy('i.id')
    .select<RequestRow[]>(
      'i.id',
      'i.visitor_id',
      'i.agent_id',
      'i.channel',
      'i.department_id',
      'i.waiting_since',
      'i.away_until',
      'i.missed_by',
      'v.last_agent_id',
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
  };
}

async function overdue(knex: Knex, now: number): Promise<InteractionId[]> {
  const rows = await knex(TABLE.interactions)
    .whereNotNull('live_key')
    .where('away_until', '<=', now)
    .select<{ id: number }[]>('id');
  return rows.map(({ id }) => id as InteractionId);
}

async function advanceWatermark(
  trx: Knex.Transaction,
  id: InteractionId,
  side: Side,
  mark: 'delivered' | 'read',
  sequence: number,
): Promise<Receipts | null> {
  const row = await findRow(trx, id);
  if (row === null) return null;
  const reached = Math.min(sequence, row.last_sequence);
  const before = toReceipts(row)[side];
  const after = {
    delivered: Math.max(before.delivered, reached),
    read: mark === 'read' ? Math.max(before.read, reached) : before.read,
  };
  if (after.delivered === before.delivered && after.read === before.read) return null;
  await trx(TABLE.interactions)
    .where('id', id)
    .update({ [`${side}_delivered`]: after.delivered, [`${side}_read`]: after.read });
  return { ...toReceipts(row), [side]: after };
}
