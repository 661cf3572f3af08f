import type { Knex } from 'knex';

import type { Message } from '../../../protocol/entities';
import type { AgentId, VisitorId } from '../../../protocol/ids';
import type { Clock, MessageStore, NewMessage, Outcome, PostedMessage } from '../application/ports';
import { toMessage, type InteractionRow, type MessageRow } from './interaction-rows';
import { TABLE } from './tables';

interface Pending {
  readonly message: NewMessage;
  readonly resolve: (outcome: Outcome<PostedMessage>) => void;
  readonly reject: (fault: unknown) => void;
}

/** How long the first message of a group waits for company. */
const GATHER_MS = 2;
const GROUP_MAX = 100;

/**
 * Messages with group commit: what arrives within a few milliseconds shares one transaction, so that durability costs
 * one sync for many. Each is acknowledged alone, after COMMIT [C2]; if a group fails, its members are retried singly.
 */
export function createMessageStore(knex: Knex, clock: Clock): MessageStore {
  const gathered: Pending[] = [];
  let isScheduled = false;
  let running: Promise<void> = Promise.resolve();

  const flush = (): void => {
    isScheduled = false;
    const group = gathered.splice(0, GROUP_MAX);
    if (gathered.length > 0) schedule();
    if (group.length > 0) running = running.then(() => commitGroup(knex, clock, group));
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(flush, GATHER_MS);
  };

  return {
    post: (message) =>
      new Promise((resolve, reject) => {
        gathered.push({ message, resolve, reject });
        schedule();
      }),
    after: (id, sequence, limit) =>
      page(
        knex(TABLE.messages).where('interaction_id', id).where('sequence', '>', sequence).orderBy('sequence'),
        limit,
      ),
    before: async (id, sequence, limit) => {
      const newestFirst = await page(
        knex(TABLE.messages)
          .where('interaction_id', id)
          .where('sequence', '<', sequence)
          .orderBy('sequence', 'desc'),
        limit,
      );
      return { ...newestFirst, messages: newestFirst.messages.reverse() };
    },
  };
}

async function page(
  query: Knex.QueryBuilder,
  limit: number,
): Promise<{ messages: Message[]; hasMore: boolean }> {
  const rows = (await query.limit(limit + 1)) as MessageRow[];
  return { messages: rows.slice(0, limit).map(toMessage), hasMore: rows.length > limit };
}

/** Never rejects: every member hears of its own outcome. */
async function commitGroup(knex: Knex, clock: Clock, group: readonly Pending[]): Promise<void> {
  // Always in the same order of interactions, so that two groups never wait for each other.
  const ordered = [...group].sort((left, right) => left.message.interactionId - right.message.interactionId);
  try {
    const outcomes = await knex.transaction(async (trx) => {
      const results: Outcome<PostedMessage>[] = [];
      for (const { message } of ordered) results.push(await store(trx, message, clock.now()));
      return results;
    });
    ordered.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) reject(new Error('a member of the group has no outcome'));
      else resolve(outcome);
    });
  } catch (fault) {
    if (ordered.length === 1) ordered[0]?.reject(fault);
    else for (const member of ordered) await commitGroup(knex, clock, [member]);
  }
}

async function store(
  trx: Knex.Transaction,
  message: NewMessage,
  now: number,
): Promise<Outcome<PostedMessage>> {
  const { author, interactionId } = message;
  const row = (await trx(TABLE.interactions).where('id', interactionId).first()) as
    InteractionRow | undefined;
  if (row === undefined || !isAuthorOf(row, message)) return { ok: false, code: 'not_found' };
  const participants = {
    visitorId: row.visitor_id as VisitorId,
    agentId: row.agent_id as AgentId | null,
  };
  const stored = (await trx(TABLE.messages)
    .where({ interaction_id: interactionId, side: author.side, client_message_id: message.clientMessageId })
    .first()) as MessageRow | undefined;
  if (stored !== undefined) {
    return stored.body === message.body
      ? { ok: true, data: { message: toMessage(stored), participants, isNew: false } }
      : { ok: false, code: 'conflict' };
  }
  if (row.status === 'ended' || row.status === 'abandoned' || row.visitor_ended_at !== null) {
    return { ok: false, code: 'conflict' };
  }
  const inserted: MessageRow = {
    interaction_id: interactionId,
    sequence: row.last_sequence + 1,
    side: author.side,
    client_message_id: message.clientMessageId,
    agent_id: author.side === 'agent' ? author.agentId : null,
    agent_name: author.side === 'agent' ? author.agentName : '',
    body: message.body,
    line: null,
    sent_at: now,
  };
  await trx(TABLE.messages).insert(inserted);
  await trx(TABLE.interactions)
    .where('id', interactionId)
    .update({
      last_sequence: inserted.sequence,
      last_writer: author.side,
      pending_since: author.side === 'agent' ? null : (row.pending_since ?? now),
      revision: row.revision + 1,
    });
  return { ok: true, data: { message: toMessage(inserted), participants, isNew: true } };
}

/** Every look-up is "this id and this person": another's interaction does not exist for them. */
function isAuthorOf(row: InteractionRow, { author }: NewMessage): boolean {
  return author.side === 'visitor' ? row.visitor_id === author.visitorId : row.agent_id === author.agentId;
}
