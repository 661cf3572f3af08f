import type { VisitorTx } from './rows';
import type { Transactions } from '../transactions';
import type { SiteId } from '../../../../protocol/schemas/ids';
import { hasNoConsequence, judgeToken } from '../../domain/visitors/visitor-token';
import type { VisitorReader, VisitorStore } from './ports';
import { createVisitor } from './create-visitor';
import { presentToken } from './present-token';
import type { TokenSource } from './token-source';
import { updateVisitor } from './update-visitor';

/** The visitors: what is read of them, and what changes them, each in one transaction. */
export function createVisitorStore(
  database: Transactions<VisitorTx>,
  reader: VisitorReader,
  source: TokenSource,
): VisitorStore {
  const find = (siteId: SiteId, token: string) => reader.findToken(siteId, source.hashOf(token));
  return {
    find: reader.find,
    present: async (siteId, token, now) => {
      const held = await find(siteId, token);
      if (held === null) return null;
      const verdict = judgeToken(held, now);
      if (hasNoConsequence(verdict))
        return verdict.worth === 'valid' ? { visitorId: held.visitorId, freshToken: null } : null;
      const hash = source.hashOf(token);
      return database.transact((tx) => presentToken(tx, source, siteId, hash, now));
    },
    recognise: async (siteId, token, now) => {
      const held = await find(siteId, token);
      return held !== null && judgeToken(held, now).worth === 'valid' ? held.visitorId : null;
    },
    create: (siteId, fields, startKey, now) => {
      const key = startKey === null ? null : { hash: source.hashOf(startKey), at: now };
      return database.transact((tx) => createVisitor(tx, source, siteId, fields, key, now));
    },
    update: async (id, fields) => {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      // Most requests change nothing: then one look is enough.
      if (Object.keys(given).length === 0 && (await reader.find(id)) !== null) return true;
      return database.transact((tx) => updateVisitor(tx, id, given));
    },
  };
}
