import type { Database } from 'better-sqlite3';

import type { Channel } from '../../../../protocol/shared/choices';
import { LIMITS } from '../../../../protocol/shared/limits';
import { callOfRequest } from '../../domain/interactions/call';
import { isCall, SLOT_COUNT, slotsFor } from '../../domain/routing/capacity';
import { toCallColumns } from '../calls/call-rows';
import { execute, insertRow, rowsIn, updateRow } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

interface OpenRow {
  id: number;
  agent_id: number | null;
  channel: Channel;
  whole_agent: number | null;
  call_count: number | null;
  visitor_ended_at: number | null;
  held: number;
}

const OPEN = `SELECT i.id, i.agent_id, i.channel, i.whole_agent, i.call_count, i.visitor_ended_at,
    (SELECT count(*) FROM ${TABLE.slots} s WHERE s.interaction_id = i.id) AS held
  FROM ${TABLE.interactions} i WHERE i.status = 'assigned' ORDER BY i.assigned_at, i.id`;

/** Deletes slots of an agent who does not hold the interaction, and of one that nobody holds. */
const STRAY = `DELETE FROM ${TABLE.slots} WHERE NOT EXISTS (SELECT 1 FROM ${TABLE.interactions} i
  WHERE i.id = ${TABLE.slots}.interaction_id AND i.agent_id = ${TABLE.slots}.agent_id AND i.status = 'assigned')`;
const LIVE = `(status = 'waiting' OR (status = 'assigned' AND visitor_ended_at IS NULL))`;
const LIVE_KEYS = `UPDATE ${TABLE.interactions}
  SET live_key = CASE WHEN ${LIVE} THEN site_id || '/' || visitor_id ELSE NULL END WHERE ${LIVE} OR live_key IS NOT NULL`;
/** Ended by an agent of whom nothing came along. */
const NOBODYS = `UPDATE ${TABLE.interactions} SET status = 'abandoned' WHERE status = 'ended' AND agent_id IS NULL`;
const WRITTEN = `(SELECT coalesce(max(sequence), 0) FROM ${TABLE.messages} m WHERE m.interaction_id = ${TABLE.interactions}.id)`;
const SEQUENCES = `UPDATE ${TABLE.interactions} SET last_sequence = ${WRITTEN} WHERE last_sequence IS NOT ${WRITTEN}`;
const MARKS = ['visitor_delivered', 'visitor_read', 'agent_delivered', 'agent_read'];
const WATERMARKS = `UPDATE ${TABLE.interactions} SET ${MARKS.map((mark) => `${mark} = min(${mark}, last_sequence)`).join(', ')}
  WHERE max(${MARKS.join(', ')}) > last_sequence`;

/**
 * Mends open interactions so that the guards of R6 and P3 hold, for tables that were read one after the other while the service wrote on. As a rule
 * each is as it was when the export was made: held by its agent, or waiting in its place. An interaction for which its agent has no slots goes back
 * to the queue.
 */
export function mendOpen(connection: Database, now: number): void {
  execute(connection, STRAY);
  for (const row of rowsIn<OpenRow>(connection, OPEN)) {
    const isWhole = isCall(row.channel) || row.whole_agent === 1;
    if (row.agent_id !== null && row.held === (isWhole ? SLOT_COUNT : 1)) continue;
    execute(connection, `DELETE FROM ${TABLE.slots} WHERE interaction_id = ?`, row.id);
    const slots = row.agent_id === null ? null : slotsOf(connection, row.agent_id, isWhole);
    if (slots === null) putBack(connection, row, now);
    else
      for (const slot of slots)
        insertRow(connection, TABLE.slots, { agent_id: row.agent_id, slot, interaction_id: row.id });
  }
  execute(connection, NOBODYS);
  execute(connection, LIVE_KEYS);
  execute(connection, SEQUENCES);
  execute(connection, WATERMARKS);
}

function slotsOf(connection: Database, agentId: number, isWhole: boolean): readonly number[] | null {
  return slotsFor(isWhole ? 'voice' : 'chat', slotsHeldBy(connection, agentId), LIMITS.capacityMax);
}

function putBack(connection: Database, row: OpenRow, now: number): void {
  const base = { agent_id: null, assigned_at: null, opened_at: null, ring_until: null, ring_left_ms: null };
  if (row.visitor_ended_at !== null)
    return updateRow(connection, TABLE.interactions, row.id, {
      ...base,
      status: 'abandoned',
      ended_at: row.visitor_ended_at,
    });
  updateRow(connection, TABLE.interactions, row.id, {
    ...base,
    ...toCallColumns({ call: callOfRequest(row.channel, now), callCount: row.call_count ?? 0 }),
    status: 'waiting',
    whole_agent: 0,
  });
}

function slotsHeldBy(connection: Database, agentId: number): number[] {
  const sql = `SELECT slot FROM ${TABLE.slots} WHERE agent_id = ?`;
  return rowsIn<{ slot: number }>(connection, sql, agentId).map(({ slot }) => slot);
}
