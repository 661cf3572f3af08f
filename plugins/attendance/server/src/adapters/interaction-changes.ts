import type { Database } from 'better-sqlite3';

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
import { callOfRequest } from '../domain/call';
import {
  decide,
  isLive,
  type AssignedInteraction,
  type Interaction,
  type InteractionCommand,
} from '../domain/interaction';
import { protocolNumberOf } from '../domain/protocol-number';
import { countMissed } from './agent-presence';
import { followAttempt, followWholeAgent, toCallColumns } from './call-rows';
import { liveKeyOf, toColumns, toStored, type InteractionRow } from './interaction-rows';
import { findRow, select } from './interaction-select';
import { moveSlots } from './slots';
import { execute, insertRow, updateRow } from './sqlite-connection';
import { TABLE } from './tables';
import { currentVisitor } from './visitor-rows';

/** Starts one, or answers the live one. */
export function start(connection: Database, request: NewInteraction, now: number) {
  const visitorId = currentVisitor(connection, request.visitorId);
  const liveKey = liveKeyOf(request.siteId, visitorId);
  const live = select(connection, 'byLiveKey', liveKey);
  if (live[0] !== undefined) return { stored: toStored(live[0]), isNew: false };
  const id = insertRow(connection, TABLE.interactions, {
    site_id: request.siteId,
    visitor_id: visitorId,
    department_id: request.departmentId,
    channel: request.channel,
    began_as: request.channel,
    ...toCallColumns({ call: callOfRequest(request.channel, now), callCount: 0 }),
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
    answers: JSON.stringify(request.answers ?? []),
    consent: request.consent ? JSON.stringify(request.consent) : null,
  });
  updateRow(connection, TABLE.interactions, id, {
    protocol_number: protocolNumberOf(id, now),
  });
  const row = findRow(connection, id);
  if (row === null) throw new Error('the interaction was not found after its insert');
  return { stored: toStored(row), isNew: true };
}

/** Decides, and stores what was decided, in the transaction given. */
export function transition(
  connection: Database,
  id: InteractionId,
  command: InteractionCommand,
  now: number,
  closing?: ClosingDetails,
): Outcome<Transition> {
  const row = findRow(connection, id);
  if (row === null) return { ok: false, code: 'not_found' };
  const before = toStored(row);
  const decision = decide(before.interaction, command, now);
  if (!decision.ok) return decision;
  if (decision.interaction === before.interaction) {
    return { ok: true, data: unchanged(before) };
  }
  const after = decision.interaction;
  if (after.status === 'assigned' && isHandedOn(before.interaction, after)) moveSlots(connection, after);
  const mustEnd = followWholeAgent(connection, before.interaction, decision.interaction);
  if (mustEnd > 0) return { ok: false, code: 'conflict', mustEnd };
  const lines = writeLines(connection, row, decision.lines, now);
  updateRow(connection, TABLE.interactions, id, {
    ...toColumns(decision.interaction),
    ...(closing !== undefined && { closing_tag: closing.closingTag, closing_note: closing.closingNote }),
    ...(isFinal(decision.interaction) && { visitor_fields_at_end: fieldsAtEnd(row) }),
    last_sequence: row.last_sequence + lines.length,
    revision: row.revision + 1,
  });
  followAttempt(connection, before.interaction, decision.interaction, decision.lines, now);
  if (before.interaction.status === 'assigned')
    followAssignment(connection, before.interaction, decision.interaction, command, now);
  const releasedBy =
    before.interaction.status === 'assigned' &&
    (decision.interaction.status !== 'assigned' || isHandedOn(before.interaction, decision.interaction))
      ? before.interaction.agentId
      : null;
  const isMissed = releasedBy !== null && command.kind === 'put-back' && command.reason === 'missed';
  const isSentOffline = isMissed && countMissed(connection, releasedBy);
  const stored = reread(connection, id, decision.interaction);
  return { ok: true, data: { stored, lines, releasedBy, isSentOffline, hasChanged: true } };
}

function isFinal({ status }: Interaction): boolean {
  return status === 'ended' || status === 'abandoned';
}

/** [A4] As they are now: reports tell what was so at the end, whatever the visitor's next interaction changes. */
function fieldsAtEnd({ visitor_field_values: values }: InteractionRow): string | null {
  return values === null || typeof values === 'string' ? values : JSON.stringify(values);
}

/** [R15] From one agent straight to another. */
function isHandedOn(before: Interaction, after: Interaction): boolean {
  return before.status === 'assigned' && after.status === 'assigned' && before.agentId !== after.agentId;
}

function unchanged(stored: StoredInteraction): Transition {
  return { stored, lines: [], releasedBy: null, isSentOffline: false, hasChanged: false };
}

/** Notes what became of an assignment, and frees its slots when it is over. */
function followAssignment(
  connection: Database,
  before: AssignedInteraction,
  after: Interaction,
  command: InteractionCommand,
  now: number,
): void {
  const note = (changes: string, ...values: (string | number | null)[]): number =>
    execute(
      connection,
      `UPDATE ${TABLE.assignments} SET ${changes} WHERE interaction_id = ? AND agent_id = ? AND outcome = 'held'`,
      ...values,
      before.id,
      before.agentId,
    );
  if (after.status === 'assigned' && !isHandedOn(before, after)) {
    if (after.openedAt !== before.openedAt) note('opened_at = ?', after.openedAt);
    return;
  }
  note('outcome = ?, released_at = ?', outcomeOf(command), now);
  if (after.status === 'assigned') return;
  execute(connection, `DELETE FROM ${TABLE.slots} WHERE interaction_id = ?`, before.id);
}

function outcomeOf(command: InteractionCommand): string {
  if (command.kind === 'transfer') return 'transferred';
  return command.kind === 'put-back' ? OUTCOME_OF[command.reason] : 'ended';
}

const OUTCOME_OF = { missed: 'missed', lost: 'reassigned' } as const;

export function recordPage(
  connection: Database,
  id: InteractionId,
  page: Page,
  now: number,
): Outcome<Transition> {
  const row = findRow(connection, id);
  if (row === null) return { ok: false, code: 'not_found' };
  const before = toStored(row);
  const isElsewhere = before.captured.currentUrl !== page.url;
  if (!isLive(before.interaction) || (!isElsewhere && before.captured.currentTitle === page.title))
    return { ok: true, data: unchanged(before) };
  // The same address with another title is the same page, told again once it knew its name.
  const line: SystemLine = { kind: 'page-changed', url: page.url, title: page.title };
  const lines = writeLines(connection, row, isElsewhere ? [line] : [], now);
  updateRow(connection, TABLE.interactions, id, {
    captured: JSON.stringify({ ...before.captured, currentUrl: page.url, currentTitle: page.title }),
    last_sequence: row.last_sequence + lines.length,
    revision: row.revision + 1,
  });
  const stored = reread(connection, id, before.interaction);
  return { ok: true, data: { stored, lines, releasedBy: null, isSentOffline: false, hasChanged: true } };
}

function reread(connection: Database, id: number, interaction: Interaction): StoredInteraction {
  const row = findRow(connection, id);
  if (row === null) throw new Error(`interaction ${interaction.id} vanished within its own transaction`);
  return toStored(row);
}

function writeLines(
  connection: Database,
  row: InteractionRow,
  lines: readonly SystemLine[],
  now: number,
): Message[] {
  const messages = lines.map((line, index) => ({
    sequence: row.last_sequence + index + 1,
    sentAt: now,
    side: 'system' as const,
    line,
  }));
  for (const { sequence, sentAt, side, line } of messages) {
    insertRow(connection, TABLE.messages, {
      interaction_id: row.id,
      sequence,
      side,
      sent_at: sentAt,
      line: JSON.stringify(line),
    });
  }
  return messages;
}
