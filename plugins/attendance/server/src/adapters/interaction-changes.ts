import type { Knex } from 'knex';

import type { Message, SystemLine } from '../../../protocol/entities';
import type { InteractionId } from '../../../protocol/ids';
import type { Page } from '../../../protocol/visitor-events';
import type {
  ClosingDetails,
  NewInteraction,
  Outcome,
  StoredInteraction,
  Transition,
} from '../application/ports';
import {
  decide,
  isLive,
  type AssignedInteraction,
  type Interaction,
  type InteractionCommand,
} from '../domain/interaction';
import { liveKeyOf, toColumns, toStored, type InteractionRow } from './interaction-rows';
import { findRow, select } from './interaction-select';
import { TABLE } from './tables';

/** Starts one, or answers the live one. */
export async function start(trx: Knex.Transaction, request: NewInteraction, now: number) {
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

/** Decides, and stores what was decided, in the transaction given. */
export async function transition(
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
    return { ok: true, data: { stored: before, lines: [], releasedBy: null, hasChanged: false } };
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
  if (before.interaction.status === 'assigned')
    await followAssignment(trx, before.interaction, decision.interaction, command, now);
  const releasedBy =
    before.interaction.status === 'assigned' && decision.interaction.status !== 'assigned'
      ? before.interaction.agentId
      : null;
  const stored = await reread(trx, id, decision.interaction);
  return { ok: true, data: { stored, lines, releasedBy, hasChanged: true } };
}

/** Notes what became of an assignment, and frees its slots when it is over. */
async function followAssignment(
  trx: Knex.Transaction,
  before: AssignedInteraction,
  after: Interaction,
  command: InteractionCommand,
  now: number,
): Promise<void> {
  const held = trx(TABLE.assignments).where({
    interaction_id: before.id,
    agent_id: before.agentId,
    outcome: 'held',
  });
  if (after.status === 'assigned') {
    if (after.openedAt !== before.openedAt) await held.update({ opened_at: after.openedAt });
    return;
  }
  const outcome = command.kind === 'put-back' ? OUTCOME_OF[command.reason] : 'ended';
  await held.update({ outcome, released_at: now });
  await trx(TABLE.slots).where('interaction_id', before.id).delete();
}

const OUTCOME_OF = { missed: 'missed', lost: 'reassigned' } as const;

export async function recordPage(
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
    return { ok: true, data: { stored: before, lines: [], releasedBy: null, hasChanged: false } };
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
  const stored = await reread(trx, id, before.interaction);
  return { ok: true, data: { stored, lines, releasedBy: null, hasChanged: true } };
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
