import type { CallMedium, MediaProvider } from '../../../../protocol/calls/calls';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { CallAttempt } from '../../application/interactions/rows';
import type { Call, Interaction } from '../../domain/interactions/interaction-state';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';

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

/** The attempt whose room it is, while it goes on. */
export async function findAttemptByRoom({ rows }: SqlReader, room: string): Promise<CallAttempt | null> {
  const [row] = await rows<{
    interaction_id: number;
    attempt: number;
    medium: CallMedium;
    room: string;
    provider: MediaProvider;
    started_at: number | string;
  }>(`SELECT * FROM ${TABLE.callAttempts} WHERE room = ? AND ended_at IS NULL`, room);
  if (row === undefined) return null;
  const { attempt, medium, provider } = row;
  const interactionId = row.interaction_id as InteractionId;
  return { interactionId, attempt, medium, provider, room: row.room, startedAt: Number(row.started_at) };
}
