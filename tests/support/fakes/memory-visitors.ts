import { tokenSource } from '../../../plugins/attendance/server/src/adapters/visitors/token-source';
import type { VisitorStore } from '../../../plugins/attendance/server/src/application/visitors/ports';
import { createVisitorStore } from '../../../plugins/attendance/server/src/application/visitors/visitor-store';
import type { MemoryDatabase } from './memory-database';
import { memoryTransactions } from './rows/memory-tx';

/** Returns the real visitor store on rows in memory. */
export function createMemoryVisitorStore(database: MemoryDatabase): VisitorStore {
  const { visitors } = database;
  const reader = {
    find: async (id: Parameters<VisitorStore['find']>[0]) => {
      const record = visitors.get(id);
      if (record?.mergedInto !== null) return null;
      const { document, email, name, phone } = record;
      return { id, name, email, phone, document };
    },
    findToken: async (siteId: number, hash: string) =>
      database.tokens.find((one) => one.hash === hash && one.siteId === siteId) ?? null,
  };
  return createVisitorStore(memoryTransactions(database), reader, tokenSource);
}
