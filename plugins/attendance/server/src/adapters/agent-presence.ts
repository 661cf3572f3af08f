import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { OfflineReason, Presence } from '../../../protocol/entities';
import type { AgentId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import { isTooManyMissed } from '../domain/ring';
import { execute, rowsIn, updateRow } from './sqlite-connection';
import { TABLE } from './tables';

/** Every choice of presence, the agent's or the service's, begins the count of missed ones anew [R10]. */
export async function storePresence(
  knex: Knex,
  id: AgentId,
  presence: Presence,
  reason: OfflineReason | null,
): Promise<void> {
  await knex(TABLE.agents).where('id', id).update(presenceColumns(presence, reason));
}

function presenceColumns(presence: Presence, reason: OfflineReason | null) {
  return {
    presence,
    offline_reason: reason,
    missed_in_a_row: 0,
    ...(presence === 'offline' && { reserved_for: null }),
  };
}

/**
 * [R10] One more missed in a row, in the transaction that puts it back; answers whether it was one too many, with which
 * the agent is Offline.
 */
export function countMissed(connection: Database, id: AgentId): boolean {
  execute(connection, `UPDATE ${TABLE.agents} SET missed_in_a_row = missed_in_a_row + 1 WHERE id = ?`, id);
  const [agent] = rowsIn<{ missed_in_a_row: number; presence: Presence; missed_max: number | null }>(
    connection,
    `SELECT missed_in_a_row, presence, (SELECT missed_max FROM ${TABLE.settings} LIMIT 1) AS missed_max
     FROM ${TABLE.agents} WHERE id = ?`,
    id,
  );
  const missedMax = agent?.missed_max ?? LIMITS.missedMax.default;
  if (agent?.presence !== 'online' || !isTooManyMissed(agent.missed_in_a_row, missedMax)) return false;
  updateRow(connection, TABLE.agents, id, presenceColumns('offline', 'missed'));
  return true;
}
