import type { Database } from 'better-sqlite3';

import { LIMITS } from '../../../protocol/limits';
import { slotsFor } from '../domain/capacity';
import type { AssignedInteraction } from '../domain/interaction';
import { execute, insertRow, rowsIn } from './sqlite-connection';
import { TABLE } from './tables';

export function slotsHeldBy(connection: Database, agentId: number): number[] {
  const sql = `SELECT slot FROM ${TABLE.slots} WHERE agent_id = ?`;
  return rowsIn<{ slot: number }>(connection, sql, agentId).map(({ slot }) => slot);
}

/**
 * Moves the slots from one agent to the other. Before the row itself is written, which the database lets stand only with
 * its slots; in between it is nobody's, which nobody sees. That there is room was looked at in the same transaction.
 */
export function moveSlots(connection: Database, { agentId, channel, id }: AssignedInteraction): void {
  execute(
    connection,
    `UPDATE ${TABLE.interactions} SET status = 'waiting', agent_id = NULL, whole_agent = 0 WHERE id = ?`,
    id,
  );
  execute(connection, `DELETE FROM ${TABLE.slots} WHERE interaction_id = ?`, id);
  const slots = slotsFor(channel, slotsHeldBy(connection, agentId), LIMITS.capacityMax);
  if (slots === null) throw new Error(`agent ${agentId} has no room for what was decided`);
  for (const slot of slots)
    insertRow(connection, TABLE.slots, { agent_id: agentId, slot, interaction_id: id });
}
