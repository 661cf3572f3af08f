import type { TokenTx } from './rows';
import { UNPRESENTED_MAX } from '../../domain/visitors/visitor-token';
import type { Steps } from '../steps';
import type { NewToken } from './rows';
import type { TokenSource } from './token-source';

const FAMILY_LENGTH = 32;

/**
 * Returns the token family of a browser that begins: tabs that share a start key are one browser, and a tab without one is a browser of its own. The
 * name only distinguishes families of one visitor.
 */
export function familyOf(source: TokenSource, startKeyHash: string | null): string {
  return startKeyHash === null
    ? source.newFamily()
    : source.hashOf(`family ${startKeyHash}`).slice(0, FAMILY_LENGTH);
}

/** Issues a fresh token of a family: it is returned once, and kept only as a hash. */
export function* issueToken(tx: TokenTx, source: TokenSource, token: Omit<NewToken, 'hash'>): Steps<string> {
  const secret = source.newToken();
  yield* tx.tokens.dropUnpresented(token, UNPRESENTED_MAX - 1);
  yield* tx.tokens.insert({ ...token, hash: source.hashOf(secret) });
  return secret;
}
