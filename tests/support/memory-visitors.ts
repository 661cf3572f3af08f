import type { Visitor } from '../../plugins/attendance/protocol/entities';
import type { SiteId, VisitorId } from '../../plugins/attendance/protocol/ids';
import type { VisitorFields, VisitorStore } from '../../plugins/attendance/server/src/application/visitors';
import { judgeToken, RETIRES_AFTER_MS } from '../../plugins/attendance/server/src/domain/visitor-token';
import type { MemoryDatabase, TokenRecord, VisitorRecord } from './memory-database';

const START_KEY_LIFE_MS = 10 * 60_000;
const UNPRESENTED_MAX = 5;

/** The visitor store's promises kept in memory; tokens are numbered, for nobody guesses in a test. */
export function createMemoryVisitorStore(database: MemoryDatabase): VisitorStore {
  const { visitors } = database;
  let issued = 0;
  let families = 0;

  const issue = (of: Family, now: number): string => {
    issued += 1;
    const token = `token-${issued}`;
    const unpresented = familyIn(database, of).filter(({ presentedAt }) => presentedAt === null);
    const dropped = new Set(unpresented.slice(0, Math.max(0, unpresented.length - UNPRESENTED_MAX + 1)));
    database.tokens = database.tokens.filter((one) => !dropped.has(one));
    const { family, siteId, visitorId } = of;
    database.tokens.push({
      token,
      family,
      siteId,
      visitorId,
      issuedAt: now,
      presentedAt: null,
      retiredAt: null,
    });
    return token;
  };

  return {
    present: async (siteId, token, now) => {
      const held = database.tokens.find((one) => one.token === token);
      if (held === undefined || held.siteId !== siteId) return null;
      const { visitorId } = held;
      const ofBrowser = familyIn(database, held);
      const verdict = judgeToken(held, now);
      if (verdict.worth === 'stolen')
        database.tokens = database.tokens.filter((one) => !ofBrowser.includes(one));
      if (verdict.worth !== 'valid') return null;
      if (verdict.isFirst)
        for (const older of ofBrowser.slice(0, ofBrowser.indexOf(held)))
          older.retiredAt ??= now + RETIRES_AFTER_MS;
      if (verdict.isToBeNoted) held.presentedAt = now;
      return { visitorId, freshToken: verdict.isToBeReplaced ? issue(held, now) : null };
    },
    recognise: async (siteId, token, now) => {
      const held = database.tokens.find((one) => one.token === token);
      if (held === undefined || held.siteId !== siteId) return null;
      return judgeToken(held, now).worth === 'valid' ? held.visitorId : null;
    },
    create: async (siteId, fields, startKey, now) => {
      const known = startKey === null ? undefined : findByStartKey(database, siteId, startKey, now);
      const record = known ?? insert(database, siteId, fields, startKey, now);
      families += 1;
      const family = startKey ?? `family-${families}`;
      return { visitor: toVisitor(record), token: issue({ visitorId: record.id, siteId, family }, now) };
    },
    find: async (id) => {
      const record = visitors.get(id);
      return record === undefined ? null : toVisitor(record);
    },
    update: async (id, fields) => {
      const visitor = visitors.get(database.merged.get(id) ?? id);
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      if (visitor !== undefined) Object.assign(visitor, Object.fromEntries(given));
    },
  };
}

type Family = Pick<TokenRecord, 'visitorId' | 'siteId' | 'family'>;

/** What one browser was given. */
function familyIn({ tokens }: MemoryDatabase, { family, visitorId }: Family): TokenRecord[] {
  return tokens.filter((one) => one.visitorId === visitorId && one.family === family);
}

function toVisitor({ document, email, id, name, phone }: VisitorRecord): Visitor {
  return { id, name, email, phone, document };
}

function findByStartKey(
  { visitors }: MemoryDatabase,
  siteId: SiteId,
  key: string,
  now: number,
): VisitorRecord | undefined {
  return [...visitors.values()].find(
    (one) => one.siteId === siteId && one.startKey?.key === key && now - one.startKey.at <= START_KEY_LIFE_MS,
  );
}

function insert(
  { merged, visitors }: MemoryDatabase,
  siteId: SiteId,
  { document = '', email = '', name = '', phone = '' }: VisitorFields,
  startKey: string | null,
  now: number,
): VisitorRecord {
  const record: VisitorRecord = {
    id: (visitors.size + merged.size + 1) as VisitorId,
    siteId,
    name,
    email,
    phone,
    document,
    startKey: startKey === null ? null : { key: startKey, at: now },
    lastAgentId: null,
  };
  visitors.set(record.id, record);
  return record;
}
