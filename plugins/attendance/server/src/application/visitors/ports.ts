import type { Visitor } from '../../../../protocol/interactions/people';
import { FIELD_TARGETS, type FieldTarget } from '../../../../protocol/shared/field-targets';
import type { SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { StoredToken } from './rows';

export type VisitorFields = {
  readonly [Field in 'name' | 'email' | 'phone' | 'document']?: string | undefined;
};

/** Returns which of a visitor's data are known: the form need not ask for them again [F2]. */
export function knownOf(visitor: Visitor | null): FieldTarget[] {
  return visitor === null ? [] : FIELD_TARGETS.filter((target) => visitor[target] !== '');
}

export interface PresentedToken {
  readonly visitorId: VisitorId;
  /** Token to keep in place of the one presented, which then retires; null when that one stays. */
  readonly freshToken: string | null;
}

/** Reads visitors outside a transaction. */
export interface VisitorReader {
  find(id: VisitorId): Promise<Visitor | null>;
  /** The token of this site with this hash; null where there is none. */
  findToken(siteId: SiteId, hash: string): Promise<StoredToken | null>;
}

export interface VisitorStore extends Pick<VisitorReader, 'find'> {
  /**
   * The visitor whom this token names on this site; a token is worth nothing on another. Replaced long ago, it revokes all
   * others of its browser too.
   */
  present(siteId: SiteId, token: string, now: number): Promise<PresentedToken | null>;
  /**
   * Resolves to the visitor whose token this is on this site, without its having been presented: nothing is rotated, retired or revoked by it. For
   * requests beside the connection, which is where tokens change.
   */
  recognise(siteId: SiteId, token: string, now: number): Promise<VisitorId | null>;
  /**
   * Makes a visitor known, or finds the one whom another tab made known with the same start key moments ago [P3]. The token is returned once, and
   * stored only as a hash.
   */
  create(
    siteId: SiteId,
    fields: VisitorFields,
    startKey: string | null,
    now: number,
  ): Promise<{ readonly visitor: Visitor; readonly token: string }>;
  /** Changes the fields given and leaves the others. Resolves to false for a visitor whom retention has deleted. */
  update(id: VisitorId, fields: VisitorFields): Promise<boolean>;
}
