import type { Knex } from 'knex';

import type { SweepClock } from '../../application/ports';
import { rowsOf } from '../sqlite-connection';
import { HAS_DEADLINES } from './deadline-table';

/** What is read of deadlines, outside of any transaction of theirs. */
export function createDeadlineReader(knex: Knex): Pick<SweepClock, 'hasDeadlines'> {
  return {
    hasDeadlines: async () => {
      const [row] = await rowsOf<{ has: number | boolean }>(knex, HAS_DEADLINES);
      return Boolean(row?.has);
    },
  };
}
