import type { VisitorTx } from './rows';
import type { Visitor } from '../../../../protocol/interactions/people';
import type { SiteId } from '../../../../protocol/schemas/ids';
import { isStartKeyGood, type StartKey } from '../../domain/visitors/start-key';
import type { Steps } from '../steps';
import type { VisitorFields } from './ports';
import { familyOf, issueToken } from './issue-token';
import { storeTerms } from './store-terms';
import type { TokenSource } from './token-source';

/** Makes a visitor known, or finds the one whom another tab made known with the same start key moments ago [P3]. */
export function* createVisitor(
  tx: VisitorTx,
  source: TokenSource,
  siteId: SiteId,
  fields: VisitorFields,
  startKey: StartKey | null,
  now: number,
): Steps<{ readonly visitor: Visitor; readonly token: string }> {
  const known = startKey === null ? null : yield* findByStartKey(tx, siteId, startKey.hash, now);
  const visitor = known ?? (yield* insert(tx, siteId, fields, startKey));
  const family = familyOf(source, startKey?.hash ?? null);
  const token = yield* issueToken(tx, source, { visitorId: visitor.id, siteId, family, issuedAt: now });
  return { visitor, token };
}

function* findByStartKey(tx: VisitorTx, siteId: SiteId, hash: string, now: number): Steps<Visitor | null> {
  const row = yield* tx.visitors.lockByStartKey(siteId, hash);
  if (row === null) return null;
  const { document, email, id, name, phone, startKey } = row;
  if (startKey !== null && isStartKeyGood(startKey, now)) return { id, name, email, phone, document };
  // Long ago: whoever has the key now is somebody new.
  yield* tx.visitors.update(id, { startKey: null });
  return null;
}

function* insert(
  tx: VisitorTx,
  siteId: SiteId,
  { document = '', email = '', name = '', phone = '' }: VisitorFields,
  startKey: StartKey | null,
): Steps<Visitor> {
  const fields = { name, email, phone, document };
  const id = yield* tx.visitors.insert({ ...fields, siteId, startKey });
  yield* storeTerms(tx, id);
  return { id, ...fields };
}
