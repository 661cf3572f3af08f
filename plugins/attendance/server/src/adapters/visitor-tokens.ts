import { createHash, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';

import type { SiteId, VisitorId } from '../../../protocol/ids';
import { judgeToken, RETIRES_AFTER_MS, type TokenVerdict } from '../domain/visitor-token';
import { toTime } from './interaction-rows';
import { execute, insertRow, rowsIn, updateRow } from './sqlite-connection';
import { TABLE } from './tables';

/** 256 random bits: nobody guesses one, so a plain hash at rest is enough. */
const TOKEN_BYTES = 32;
/** Answers that carried a fresh token may be lost; more than these of one family are not kept. */
const UNPRESENTED_MAX = 5;

/** The tokens that one browser was given, one after the other [Z16]. A visitor who is one of two has two of them. */
interface Family {
  readonly visitorId: VisitorId;
  readonly siteId: SiteId;
  /** Null in rows of older versions: those of a visitor are one family. */
  readonly name: string | null;
}

interface TokenRow {
  id: number;
  visitor_id: number;
  family: string | null;
  issued_at: number | string;
  presented_at: number | string | null;
  retired_at: number | string | null;
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * The family of a browser that begins: tabs that share a start key are one browser, and whoever has none is one of their own.
 * A name tells families of one visitor apart, and nothing else.
 */
export function familyOf(startKeyHash: string | null): string {
  return startKeyHash === null
    ? randomBytes(16).toString('hex')
    : hashOf(`family ${startKeyHash}`).slice(0, 32);
}

/** A fresh token of the family: answered once, and kept only as a hash. */
export function issueToken(connection: Database, { name, siteId, visitorId }: Family, now: number): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  execute(
    connection,
    `DELETE FROM ${TABLE.visitorTokens} WHERE id IN (
       SELECT id FROM ${TABLE.visitorTokens} WHERE visitor_id = ? AND family IS ? AND presented_at IS NULL
       ORDER BY id DESC LIMIT -1 OFFSET ${UNPRESENTED_MAX - 1})`,
    visitorId,
    name,
  );
  insertRow(connection, TABLE.visitorTokens, {
    visitor_id: visitorId,
    site_id: siteId,
    family: name,
    hash: hashOf(token),
    issued_at: now,
  });
  return token;
}

/** All tokens of `from` are good for `to`, on their own sites and each in its own family: no browser throws another out. */
export function moveTokens(connection: Database, from: VisitorId, to: VisitorId): void {
  for (const id of [from, to])
    execute(
      connection,
      `UPDATE ${TABLE.visitorTokens} SET family = ? WHERE visitor_id = ? AND family IS NULL`,
      `visitor ${id}`,
      id,
    );
  execute(
    connection,
    `UPDATE ${TABLE.visitorTokens} SET visitor_id = ?,
       site_id = coalesce(site_id, (SELECT site_id FROM ${TABLE.visitors} WHERE id = ?)) WHERE visitor_id = ?`,
    to,
    from,
    from,
  );
}

export interface PresentedToken {
  readonly visitorId: VisitorId;
  /** To be kept in place of the one presented; null when that one stays. */
  readonly freshToken: string | null;
}

/** Whose token it is on this site, or null: unknown, too old, replaced and another site's are not told apart. */
export function presentToken(
  connection: Database,
  siteId: SiteId,
  token: string,
  now: number,
): PresentedToken | null {
  const row = findToken(connection, siteId, token);
  if (row === null) return null;
  const verdict = judge(row, now);
  const changesNothing = !verdict.isFirst && !verdict.isToBeNoted && !verdict.isToBeReplaced;
  // Most presentations are of this kind, all of them when everybody comes back at once: no transaction for them.
  if (verdict.worth === 'valid' && changesNothing)
    return { visitorId: row.visitor_id as VisitorId, freshToken: null };
  return connection.transaction(() => follow(connection, siteId, row, verdict, now)).immediate();
}

/** The same without any consequence. */
export function recogniseToken(
  connection: Database,
  siteId: SiteId,
  token: string,
  now: number,
): VisitorId | null {
  const row = findToken(connection, siteId, token);
  return row !== null && judge(row, now).worth === 'valid' ? (row.visitor_id as VisitorId) : null;
}

const FIND = `
  SELECT t.* FROM ${TABLE.visitorTokens} t JOIN ${TABLE.visitors} v ON v.id = t.visitor_id
  WHERE t.hash = ? AND coalesce(t.site_id, v.site_id) = ?`;

function findToken(connection: Database, siteId: SiteId, token: string): TokenRow | null {
  const [row] = rowsIn<TokenRow>(connection, FIND, hashOf(token), siteId);
  return row ?? null;
}

function judge(row: TokenRow, now: number): TokenVerdict {
  const times = {
    issuedAt: toTime(row.issued_at),
    presentedAt: row.presented_at === null ? null : toTime(row.presented_at),
    retiredAt: row.retired_at === null ? null : toTime(row.retired_at),
  };
  return judgeToken(times, now);
}

/** Writes what follows from the verdict; it concerns the browser that has the token, and no other of the visitor's. */
function follow(
  connection: Database,
  siteId: SiteId,
  row: TokenRow,
  verdict: TokenVerdict,
  now: number,
): PresentedToken | null {
  const visitorId = row.visitor_id as VisitorId;
  if (verdict.worth === 'stolen')
    execute(
      connection,
      `DELETE FROM ${TABLE.visitorTokens} WHERE visitor_id = ? AND family IS ?`,
      visitorId,
      row.family,
    );
  if (verdict.worth !== 'valid') return null;
  if (verdict.isFirst)
    execute(
      connection,
      `UPDATE ${TABLE.visitorTokens} SET retired_at = ?
       WHERE visitor_id = ? AND family IS ? AND id < ? AND retired_at IS NULL`,
      now + RETIRES_AFTER_MS,
      visitorId,
      row.family,
      row.id,
    );
  if (verdict.isToBeNoted) updateRow(connection, TABLE.visitorTokens, row.id, { presented_at: now });
  const family = { visitorId, siteId, name: row.family };
  return { visitorId, freshToken: verdict.isToBeReplaced ? issueToken(connection, family, now) : null };
}
