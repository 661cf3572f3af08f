import type { FieldValues, Visitor } from '../../../../protocol/interactions/people';
import type { FieldTarget } from '../../../../protocol/shared/field-targets';
import type { AgentId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { StartKey } from '../../domain/visitors/start-key';
import type { Term } from '../../domain/visitors/visitor-terms';
import type { TokenTimes } from '../../domain/visitors/visitor-token';
import type { Steps } from '../steps';

export interface VisitorRow extends Visitor {
  readonly siteId: SiteId;
  readonly fieldValues: FieldValues;
  readonly startKey: StartKey | null;
  readonly lastAgentId: AgentId | null;
}

export interface NewVisitor extends Omit<Visitor, 'id'> {
  readonly siteId: SiteId;
  readonly startKey: StartKey | null;
}

/** Columns to write; those left out stay as they are. */
export interface VisitorChange extends Partial<Record<FieldTarget, string>> {
  readonly fieldValues?: FieldValues | null;
  readonly startKey?: StartKey | null;
  readonly lastAgentId?: AgentId | null;
  readonly mergedInto?: VisitorId;
  readonly termsVersion?: number;
}

export interface VisitorRows {
  /**
   * Returns the visitor into whom this one was merged, or this one; who that is stays so until the transaction ends. Null for one whom retention has
   * deleted [Z43]: a connection may be open for longer.
   */
  current(id: VisitorId): Steps<VisitorId | null>;
  /** Reads a visitor who is about to be written. Null for one who does not exist, or was merged into another. */
  lock(id: VisitorId): Steps<VisitorRow | null>;
  /** Locks the visitor who has the start key with this hash on this site. */
  lockByStartKey(siteId: SiteId, hash: string): Steps<VisitorRow | null>;
  insert(visitor: NewVisitor): Steps<VisitorId>;
  update(id: VisitorId, change: VisitorChange): Steps<void>;
  /** Ids of visitors whose terms are of an earlier version, or were never made. */
  withTermsBefore(version: number, limit: number): Steps<VisitorId[]>;
  /** Sites on which an interaction of theirs is live; all of theirs stay as they are until the transaction ends. */
  liveSites(id: VisitorId): Steps<SiteId[]>;
  /** The agent to whom an interaction of theirs was assigned last. */
  lastAssignedTo(id: VisitorId): Steps<AgentId | null>;
  /**
   * Replaces `from` by `to` in every row that refers to it, except for terms. An interaction's revision grows with it: screens apply the change they
   * receive.
   */
  moveRows(from: VisitorId, to: VisitorId): Steps<void>;
}

/** Rows of the terms under which visitors are found. */
export interface TermRows {
  /** Puts these terms of a visitor in the place of those that are there. */
  replace(id: VisitorId, terms: readonly Term[]): Steps<void>;
}

/** The tokens that one browser was given, one after the other [Z16]. A visitor who is one of two has two of them. */
export interface TokenFamily {
  readonly visitorId: VisitorId;
  /** Null in rows of older versions: those of a visitor are one family. */
  readonly family: string | null;
}

export interface StoredToken extends TokenFamily, TokenTimes {
  readonly id: number;
}

export interface NewToken extends TokenFamily {
  readonly siteId: SiteId;
  readonly hash: string;
  readonly issuedAt: number;
}

export interface TokenRows {
  /** Reads the token of this site with this hash, for a write; null where there is none. */
  lock(siteId: SiteId, hash: string): Steps<StoredToken | null>;
  insert(token: NewToken): Steps<void>;
  setPresented(id: number, presentedAt: number): Steps<void>;
  /** Sets when those of its family retire that came before it, where they have no such time yet. */
  retireBefore(token: StoredToken, retiredAt: number): Steps<void>;
  /** Deletes those of a family that nobody presented, but for the newest `kept`. */
  dropUnpresented(family: TokenFamily, kept: number): Steps<void>;
  deleteFamily(family: TokenFamily): Steps<void>;
  /** Writes a family and a site into the rows of this visitor that have none, being of older versions. */
  complete(id: VisitorId, family: string, siteId: SiteId): Steps<void>;
}

/** Rows of a transaction that changes by what a browser is known. */
export interface TokenTx {
  readonly tokens: TokenRows;
}

/** Rows of a transaction that changes what is known of visitors. */
export interface VisitorTx extends TokenTx {
  readonly visitors: VisitorRows;
  readonly terms: TermRows;
}
