import type { SweepClock } from '../../application/attending/sweep-clock-port';
import type { SqlReader } from '../database/sql';
import { HAS_DEADLINES } from './deadline-table';

/** Reads deadlines outside a transaction. */
export function createDeadlineReader(reader: SqlReader): Pick<SweepClock, 'hasDeadlines'> {
  return {
    hasDeadlines: async () => {
      const [row] = await reader.rows<{ has: number | boolean }>(HAS_DEADLINES);
      return Boolean(row?.has);
    },
  };
}
