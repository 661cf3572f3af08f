import type { Knex } from 'knex';

import type {
  Channel,
  Message,
  PastInteraction,
  Receipts,
  Side,
  SystemLine,
} from '../../../protocol/entities';
import type { AgentId, InteractionId, VisitorId } from '../../../protocol/ids';
import type { Page } from '../../../protocol/visitor-events';
import type {
  ClosingDetails,
  InteractionStore,
  NewInteraction,
  Outcome,
  StoredInteraction,
  Transition,
} from '../application/ports';
import { slotsFor } from '../domain/capacity';
import { decide, isLive, type Interaction, type InteractionCommand } from '../domain/interaction';
import type { RoutingRequest } from '../domain/routing';
import {
  liveKeyOf,
  PREVIEW_LENGTH,
  toColumns,
  toReceipts,
  toStored,
  toTime,
  type InteractionRow,
} from './interaction-rows';
import { TABLE } from './tables';

type Connection = Knex | Knex.Transaction;

/** The interactions in SQLite. One connection serves all: code inside a transaction uses `trx` and nothing else. */
export function createInteractionStore(knex: Knex): InteractionStore {
  const list = async (narrow: (query: Knex.QueryBuilder) => void): Promise<StoredInteraction[]> =>
    (await select(knex, narrow)).map(toStored);

  return {
    find: async (id) => (await list((query) => query.where('i.id', id)))[0] ?? null,
    findLive: async (siteId, visitorId) =>
      (await list((query) => query.where('i.live_key', liveKeyOf(siteId, visitorId))))[0] ?? null,
    heldBy: (agentId) => list((query) => query.where({ 'i.status': 'assigned', 'i.agent_id': agentId })),
    waiting: () => list((query) => query.where('i.status', 'waiting')),
    routingRequests: () => routingRequests(knex),
    overdue: (now) => overdue(knex, now),
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
        .update({ away_since: now, away_until: now + persistenceMs, revision: knex.raw('revision + 1') });
    },
  };
}

async function select(
  connection: Connection,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<InteractionRow[]> {
  const query = connection(`${TABLE.interactions} as i`)
    .leftJoin(`${TABLE.visitors} as v`, 'v.id', 'i.visitor_id')
    .leftJoin(`${TABLE.sites} as s`, 's.id', 'i.site_id')
    .leftJoin(`${TABLE.agents} as a`, 'a.id', 'i.agent_id')
    .leftJoin(`${TABLE.departments} as d`, 'd.id', 'i.department_id')
    // The last text by a person; system lines are no preview [S8].
    .leftJoin(`${TABLE.messages} as m`, function onLastText() {
      this.on('m.interaction_id', 'i.id').andOn(
        'm.sequence',
        connection.raw(
          `(select max(sequence) from ${TABLE.messages} where interaction_id = i.id and side <> 'system')`,
        ),
      );
    })
    .orderBy('i.waiting_since')
    .orderBy('i.id')
    .select(
      'i.*',
      's.name as site_name',
      'd.key as department_key',
      'd.name as department_name',
      'a.public_name as agent_name',
      'v.name as visitor_name',
      'v.email as visitor_email',
      'v.phone as visitor_phone',
      'v.document as visitor_document',
      'm.side as preview_side',
      'm.sent_at as preview_sent_at',
      connection.raw(`substr(m.body, 1, ${PREVIEW_LENGTH}) as preview_body`),
      connection.raw(
        `(select count(*) from ${TABLE.messages} u where u.interaction_id = i.id and u.side = 'visitor' and u.sequence > i.agent_read) as unread_count`,
      ),
    );
  narrow(query);
  return (await query) as InteractionRow[];
}

async function findRow(trx: Knex.Transaction, id: number): Promise<InteractionRow | null> {
  return (await select(trx, (query) => query.where('i.id', id)))[0] ?? null;
}

async function routingRequests(knex: Knex): Promise<RoutingRequest[]> {
  const rows = (await knex(`${TABLE.interactions} as i`)
    .leftJoin(`${TABLE.visitors} as v`, 'v.id', 'i.visitor_id')
    .where('i.status', 'waiting')
    .select(
      'i.id',
      'i.visitor_id',
      'i.channel',
      'i.department_id',
      'i.waiting_since',
      'i.away_until',
      'v.last_agent_id',
    )) as (InteractionRow & {
    last_agent_id: number | null;
  })[];
  return rows.map((row) => ({
    interactionId: row.id as InteractionId,
    visitorId: row.visitor_id as RoutingRequest['visitorId'],
    channel: row.channel,
    departmentId: row.department_id as RoutingRequest['departmentId'],
    waitingSince: toTime(row.waiting_since),
    isAway: row.away_until !== null,
    previousAgentId: row.last_agent_id as AgentId | null,
  }));
}

async function overdue(knex: Knex, now: number): Promise<InteractionId[]> {
  const rows = await knex(TABLE.interactions)
    .whereNotNull('live_key')
    .where('away_until', '<=', now)
    .select<{ id: number }[]>('id');
  return rows.map(({ id }) => id as InteractionId);
}

async function start(trx: Knex.Transaction, request: NewInteraction, now: number) {
  const liveKey = liveKeyOf(request.siteId, request.visitorId);
  const live = await select(trx, (query) => query.where('i.live_key', liveKey));
  if (live[0] !== undefined) return { stored: toStored(live[0]), isNew: false };
  const [inserted] = (await trx(TABLE.interactions)
    .insert({
      site_id: request.siteId,
      visitor_id: request.visitorId,
      department_id: request.departmentId,
      channel: request.channel,
      status: 'waiting',
      live_key: liveKey,
      revision: 1,
      waiting_since: now,
      last_sequence: 0,
      visitor_delivered: 0,
      visitor_read: 0,
      agent_delivered: 0,
      agent_read: 0,
      captured: JSON.stringify(request.captured),
    })
    .returning('id')) as { id: number }[];
  if (inserted === undefined) throw new Error('the interaction was not inserted');
  await trx(TABLE.interactions)
    .where('id', inserted.id)
    .update({ protocol_number: `${new Date(now).getUTCFullYear()}-${String(inserted.id).padStart(6, '0')}` });
  const row = await findRow(trx, inserted.id);
  if (row === null) throw new Error('the interaction was not found after its insert');
  return { stored: toStored(row), isNew: true };
}

async function transition(
  trx: Knex.Transaction,
  id: InteractionId,
  command: InteractionCommand,
  now: number,
  closing?: ClosingDetails,
): Promise<Outcome<Transition>> {
  const row = await findRow(trx, id);
  if (row === null) return { ok: false, code: 'not_found' };
  const before = toStored(row);
  const decision = decide(before.interaction, command, now);
  if (!decision.ok) return decision;
  if (decision.interaction === before.interaction) {
    return { ok: true, data: { stored: before, lines: [], hasChanged: false } };
  }
  const lines = await writeLines(trx, row, decision.lines, now);
  await trx(TABLE.interactions)
    .where('id', id)
    .update({
      ...toColumns(decision.interaction),
      ...(closing !== undefined && { closing_tag: closing.closingTag, closing_note: closing.closingNote }),
      last_sequence: row.last_sequence + lines.length,
      revision: row.revision + 1,
    });
  if (decision.interaction.status === 'ended') await trx(TABLE.slots).where('interaction_id', id).delete();
  return { ok: true, data: { stored: await reread(trx, id, decision.interaction), lines, hasChanged: true } };
}

async function reread(
  trx: Knex.Transaction,
  id: number,
  interaction: Interaction,
): Promise<StoredInteraction> {
  const row = await findRow(trx, id);
  if (row === null) throw new Error(`interaction ${interaction.id} vanished within its own transaction`);
  return toStored(row);
}

async function writeLines(
  trx: Knex.Transaction,
  row: InteractionRow,
  lines: readonly SystemLine[],
  now: number,
): Promise<Message[]> {
  const messages = lines.map((line, index) => ({
    sequence: row.last_sequence + index + 1,
    sentAt: now,
    side: 'system' as const,
    line,
  }));
  for (const { sequence, sentAt, side, line } of messages) {
    await trx(TABLE.messages).insert({
      interaction_id: row.id,
      sequence,
      side,
      sent_at: sentAt,
      line: JSON.stringify(line),
    });
  }
  return messages;
}

/** Thrown to roll a claim back; it never leaves this file. */
class ClaimLost extends Error {}

/**
 * Claims capacity and assigns [R2, R3, R6]: the agent's row is written first, which locks it, then the slots are
 * counted, then taken, then the interaction is assigned; whoever comes second rolls back and changes nothing.
 */
async function claim(
  knex: Knex,
  id: InteractionId,
  agentId: AgentId,
  now: number,
): Promise<Outcome<Transition>> {
  try {
    return await knex.transaction(async (trx) => {
      const locked = await trx(TABLE.agents)
        .where({ id: agentId, presence: 'online' })
        .update({ last_assigned_at: now });
      const row = await findRow(trx, id);
      if (locked === 0 || row === null || row.status !== 'waiting') throw new ClaimLost();
      const agent = (await trx(TABLE.agents).where('id', agentId).first()) as {
        public_name: string;
        capacity: number | null;
      };
      const settings = (await trx(TABLE.settings).first()) as { default_capacity: number };
      const held = (await trx(TABLE.slots).where('agent_id', agentId).select('slot')) as { slot: number }[];
      const slots = slotsFor(
        row.channel,
        held.map(({ slot }) => slot),
        agent.capacity ?? settings.default_capacity,
      );
      if (slots === null) throw new ClaimLost();
      await trx(TABLE.slots).insert(slots.map((slot) => ({ agent_id: agentId, slot, interaction_id: id })));
      const outcome = await transition(
        trx,
        id,
        { kind: 'assign', agentId, agentName: agent.public_name },
        now,
      );
      if (!outcome.ok) throw new ClaimLost();
      await trx(TABLE.visitors).where('id', row.visitor_id).update({ last_agent_id: agentId });
      return outcome;
    });
  } catch (error) {
    if (error instanceof ClaimLost) return { ok: false, code: 'conflict' };
    throw error;
  }
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

async function recordPage(
  trx: Knex.Transaction,
  id: InteractionId,
  page: Page,
  now: number,
): Promise<Outcome<Transition>> {
  const row = await findRow(trx, id);
  if (row === null) return { ok: false, code: 'not_found' };
  const before = toStored(row);
  const isElsewhere = before.captured.currentUrl !== page.url;
  if (!isLive(before.interaction) || (!isElsewhere && before.captured.currentTitle === page.title))
    return { ok: true, data: { stored: before, lines: [], hasChanged: false } };
  // The same address with another title is the same page, told again once it knew its name.
  const line: SystemLine = { kind: 'page-changed', url: page.url, title: page.title };
  const lines = await writeLines(trx, row, isElsewhere ? [line] : [], now);
  await trx(TABLE.interactions)
    .where('id', id)
    .update({
      captured: JSON.stringify({ ...before.captured, currentUrl: page.url, currentTitle: page.title }),
      last_sequence: row.last_sequence + lines.length,
      revision: row.revision + 1,
    });
  return { ok: true, data: { stored: await reread(trx, id, before.interaction), lines, hasChanged: true } };
}

interface HistoryRow {
  id: number;
  protocol_number: string;
  channel: Channel;
  agent_name: string | null;
  waiting_since: number | string;
  visitor_ended_at: number | string | null;
  ended_at: number | string;
  closing_tag: string | null;
  closing_note: string | null;
}

async function history(
  knex: Knex,
  visitorId: VisitorId,
  current: InteractionId,
  limit: number,
): Promise<PastInteraction[]> {
  const rows = (await knex(`${TABLE.interactions} as i`)
    .leftJoin(`${TABLE.agents} as a`, 'a.id', 'i.agent_id')
    .where('i.visitor_id', visitorId)
    .whereIn('i.status', ['ended', 'abandoned'])
    .whereNot('i.id', current)
    .orderBy('i.waiting_since', 'desc')
    .limit(limit)
    .select('i.*', 'a.public_name as agent_name')) as HistoryRow[];
  return rows.map((row) => ({
    id: row.id as InteractionId,
    protocolNumber: row.protocol_number,
    channel: row.channel,
    agentName: row.agent_name ?? '',
    startedAt: toTime(row.waiting_since),
    // [A5] to the visitor's or the agent's end, whichever came first.
    durationMs: toTime(row.visitor_ended_at ?? row.ended_at) - toTime(row.waiting_since),
    closingTag: row.closing_tag ?? '',
    closingNote: row.closing_note ?? '',
  }));
}
