import type { SweepClockReader } from '../../application/attending/sweep-clock';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';
import { HAS_DEADLINES } from './deadline-table';

const ANYBODY_ONLINE = `SELECT 1 FROM ${TABLE.agents} WHERE presence = 'online' LIMIT 1`;

/** Reads deadlines outside a transaction. */
export function createDeadlineReader(reader: SqlReader): SweepClockReader {
  return {
    hasDeadlines: async () => {
      const [row] = await reader.rows<{ has: number | boolean }>(HAS_DEADLINES);
      return Boolean(row?.has);
    },
    isAnybodyOnline: async () => (await reader.rows(ANYBODY_ONLINE)).length > 0,
  };
}
