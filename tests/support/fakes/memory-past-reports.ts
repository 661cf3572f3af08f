import {
  measurePast,
  type PastReports,
  type UnreadReports,
} from '../../../plugins/attendance/server/src/application/reports/fill-past';
import { isOver } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import type { MemoryDatabase } from './memory-database';
import { memoryTransactions } from './rows/memory-tx';

/** Returns the real filling of past reports on rows in memory. */
export function createMemoryPastReports(database: MemoryDatabase): PastReports & UnreadReports {
  const missing = () =>
    [...database.interactions.values()]
      .flatMap(({ interaction }) =>
        isOver(interaction) && !database.reports.has(interaction.id) ? [interaction] : [],
      )
      .sort((one, other) => other.endedAt - one.endedAt)
      .map(({ id }) => id);
  return {
    missing: async (except) =>
      missing()
        .filter((id) => !except.has(id))
        .slice(0, 10),
    measure: (ids) => memoryTransactions(database).transact((tx) => measurePast(tx, ids)),
    unread: async (except) => missing().filter((id) => !except.has(id)).length,
  };
}
