import type { TokenTx } from './rows';
import type { SiteId } from '../../../../protocol/schemas/ids';
import { judgeToken, RETIRES_AFTER_MS } from '../../domain/visitors/visitor-token';
import type { Steps } from '../steps';
import type { PresentedToken } from './ports';
import { issueToken } from './issue-token';
import type { TokenSource } from './token-source';

/**
 * Returns the visitor whose token this is on this site, and writes what follows from its having been presented [Z16]: that concerns the browser that
 * has the token, and no other of the visitor's. Null for unknown, too old, replaced and another site's tokens alike.
 */
export function* presentToken(
  tx: TokenTx,
  source: TokenSource,
  siteId: SiteId,
  hash: string,
  now: number,
): Steps<PresentedToken | null> {
  const token = yield* tx.tokens.lock(siteId, hash);
  if (token === null) return null;
  const { family, id, visitorId } = token;
  const verdict = judgeToken(token, now);
  if (verdict.worth === 'stolen') yield* tx.tokens.deleteFamily(token);
  if (verdict.worth !== 'valid') return null;
  if (verdict.isFirst) yield* tx.tokens.retireBefore(token, now + RETIRES_AFTER_MS);
  if (verdict.isToBeNoted) yield* tx.tokens.setPresented(id, now);
  if (!verdict.isToBeReplaced) return { visitorId, freshToken: null };
  return {
    visitorId,
    freshToken: yield* issueToken(tx, source, { visitorId, siteId, family, issuedAt: now }),
  };
}
