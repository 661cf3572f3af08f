import type { Database } from 'better-sqlite3';

import { rowsIn } from './sqlite-connection';
import { TABLE } from './tables';

export function slotsHeldBy(connection: Database, agentId: number): number[] {
  const sql = `SELECT slot FROM ${TABLE.slots} WHERE agent_id = ?`;
  return rowsIn<{ slot: number }>(connection, sql, agentId).map(({ slot }) => slot);
}
