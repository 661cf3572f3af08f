import type {
  TokenFamily,
  TokenRows,
} from '../../../../plugins/attendance/server/src/application/visitors/rows';
import type { MemoryDatabase, TokenRecord } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns tokens as rows in memory. */
export function tokenRows(database: MemoryDatabase): TokenRows {
  let inserted = database.tokens.at(-1)?.id ?? 0;
  const change = (id: number, fields: Partial<TokenRecord>): void => {
    const row = database.tokens.find((one) => one.id === id);
    if (row !== undefined) Object.assign(row, fields);
  };
  return {
    *lock(siteId, hash) {
      return database.tokens.find((one) => one.hash === hash && one.siteId === siteId) ?? null;
    },
    *insert(token) {
      inserted = Math.max(inserted, database.tokens.at(-1)?.id ?? 0) + 1;
      database.tokens.push({ ...token, id: inserted, presentedAt: null, retiredAt: null });
    },
    *setPresented(id, presentedAt) {
      change(id, { presentedAt });
    },
    *retireBefore(token, retiredAt) {
      for (const older of familyIn(database, token))
        if (older.id < token.id && older.retiredAt === null) older.retiredAt = retiredAt;
    },
    *dropUnpresented(family, kept) {
      const unpresented = familyIn(database, family).filter(({ presentedAt }) => presentedAt === null);
      const dropped = new Set(unpresented.slice(0, Math.max(0, unpresented.length - kept)));
      database.tokens = database.tokens.filter((one) => !dropped.has(one));
    },
    *deleteFamily(family) {
      const deleted = new Set(familyIn(database, family));
      database.tokens = database.tokens.filter((one) => !deleted.has(one));
    },
    // No row in memory is of an older version.
    *complete() {},
  };
}

function familyIn({ tokens }: MemoryDatabase, { family, visitorId }: TokenFamily): TokenRecord[] {
  return tokens.filter((one) => one.visitorId === visitorId && one.family === family);
}
