import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { CallMedium, MediaProvider } from '../../../protocol/calls';
import type { SystemLine } from '../../../protocol/entities';
import type { InteractionId } from '../../../protocol/ids';
import type { Side } from '../../../protocol/scalars';
import type { CallAttempt } from '../application/media';
import { takesWholeAgent, type Call } from '../domain/call';
import { SLOT_COUNT } from '../domain/capacity';
import type { AssignedInteraction, Interaction } from '../domain/interaction';
import { execute, insertRow, rowsIn, rowsOf } from './sqlite-connection';
import { TABLE } from './tables';

/** The columns of an interaction's row that hold its call. */
export interface CallRow {
  call_state: 'ringing' | 'connected' | null;
  call_by: Side | null;
  call_medium: CallMedium | null;
  call_since: number | string | null;
  call_until: number | string | null;
  call_room: string | null;
  call_provider: MediaProvider | null;
  call_count: number | null;
}

export function toCall(row: CallRow): Call | null {
  const { call_by: by, call_medium: medium, call_since: since } = row;
  if (row.call_state === null || medium === null || since === null) return null;
  const base = { medium, since: Number(since) };
  if (row.call_state === 'ringing' && by !== null)
    return { ...base, state: 'ringing', by, until: row.call_until === null ? null : Number(row.call_until) };
  if (row.call_room === null || row.call_provider === null) return null;
  const { call_provider: provider, call_room: room } = row;
  return { ...base, state: 'connected', attempt: row.call_count ?? 1, room, provider };
}

export function toCallColumns({ call, callCount }: Pick<Interaction, 'call' | 'callCount'>): CallRow {
  const ringing = call?.state === 'ringing' ? call : null;
  const connected = call?.state === 'connected' ? call : null;
  return {
    call_state: call?.state ?? null,
    call_by: ringing?.by ?? null,
    call_medium: call?.medium ?? null,
    call_since: call?.since ?? null,
    call_until: ringing?.until ?? null,
    call_room: connected?.room ?? null,
    call_provider: connected?.provider ?? null,
    call_count: callCount,
  };
}

/**
 * Takes the rest of its agent's slots for an interaction that needs the agent whole from now on [M1], or gives back all but
 * one when a chat does not any more. Before the row itself is written, which the database lets stand only with its slots.
 * Answers how many other interactions are in the way; with any, nothing is taken.
 */
export function followWholeAgent(connection: Database, before: Interaction, after: Interaction): number {
  if (before.status !== 'assigned' || after.status !== 'assigned') return 0;
  // Whoever gets it took what it needs [R15].
  if (before.agentId !== after.agentId) return 0;
  if (takesWholeAgent(before) === takesWholeAgent(after)) return 0;
  if (takesWholeAgent(after)) return takeWholeAgent(connection, after);
  execute(connection, `UPDATE ${TABLE.interactions} SET whole_agent = 0 WHERE id = ?`, after.id);
  execute(
    connection,
    `DELETE FROM ${TABLE.slots} WHERE interaction_id = ? AND slot > (SELECT min(slot) FROM ${TABLE.slots} WHERE interaction_id = ?)`,
    after.id,
    after.id,
  );
  return 0;
}

/** The agent's row is written first, which locks it. */
function takeWholeAgent(connection: Database, { agentId, id }: AssignedInteraction): number {
  execute(connection, `UPDATE ${TABLE.agents} SET last_assigned_at = last_assigned_at WHERE id = ?`, agentId);
  const held = rowsIn<{ slot: number; interaction_id: number }>(
    connection,
    `SELECT slot, interaction_id FROM ${TABLE.slots} WHERE agent_id = ?`,
    agentId,
  );
  const others = new Set(
    held.filter((slot) => slot.interaction_id !== id).map((slot) => slot.interaction_id),
  );
  if (others.size > 0) return others.size;
  execute(connection, `UPDATE ${TABLE.interactions} SET whole_agent = 1 WHERE id = ?`, id);
  const taken = new Set(held.map(({ slot }) => slot));
  for (let slot = 0; slot < SLOT_COUNT; slot += 1)
    if (!taken.has(slot)) insertRow(connection, TABLE.slots, { agent_id: agentId, slot, interaction_id: id });
  return 0;
}

/** Keeps the record of attempts: a row when one begins, its end when it is over [M2]. */
export function followAttempt(
  connection: Database,
  before: Interaction,
  after: Interaction,
  lines: readonly SystemLine[],
  now: number,
): void {
  const was = before.call?.state === 'connected' ? before.call : null;
  const is = after.call?.state === 'connected' ? after.call : null;
  if (was?.room === is?.room) return;
  if (was !== null) {
    const by = lines.find((line) => line.kind === 'call-ended')?.by ?? 'nobody';
    const sql = `UPDATE ${TABLE.callAttempts} SET ended_at = ?, ended_by = ? WHERE room = ?`;
    execute(connection, sql, now, by, was.room);
  }
  if (is === null) return;
  insertRow(connection, TABLE.callAttempts, {
    interaction_id: after.id,
    attempt: is.attempt,
    medium: is.medium,
    room: is.room,
    provider: is.provider,
    started_at: is.since,
  });
}

/** The attempt whose room it is, while it goes on. */
export async function findAttemptByRoom(knex: Knex, room: string): Promise<CallAttempt | null> {
  const [row] = await rowsOf<{
    interaction_id: number;
    attempt: number;
    medium: CallMedium;
    room: string;
    provider: MediaProvider;
    started_at: number | string;
  }>(knex, `SELECT * FROM ${TABLE.callAttempts} WHERE room = ? AND ended_at IS NULL`, room);
  if (row === undefined) return null;
  const { attempt, medium, provider } = row;
  const interactionId = row.interaction_id as InteractionId;
  return { interactionId, attempt, medium, provider, room: row.room, startedAt: Number(row.started_at) };
}
