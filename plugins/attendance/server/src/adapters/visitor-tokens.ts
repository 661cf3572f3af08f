import { createHash, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';

import type { SiteId, VisitorId } from '../../../protocol/ids';
import { judgeToken, RETIRES_AFTER_MS, type TokenVerdict } from '../domain/visitor-token';
import { toTime } from './interaction-rows';
import { execute, insertRow, rowsIn, updateRow } from './sqlite-connection';
import { TABLE } from './tables';

/** 256 random bits: nobody guesses one, so a plain hash at rest is enough. */
const TOKEN_BYTES = 32;
/** Answers that carried a fresh token may be lost; more than these of one visitor are not kept. */
const UNPRESENTED_MAX = 5;

interface TokenRow {
  id: number;
  visitor_id: number;
  issued_at: number | string;
  presented_at: number | string | null;
  retired_at: number | string | null;
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A fresh token of the visitor: answered once, and kept only as a hash. */
export function issueToken(connection: Database, visitorId: VisitorId, now: number): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  execute(
    connection,
    `DELETE FROM ${TABLE.visitorTokens} WHERE id IN (
       SELECT id FROM ${TABLE.visitorTokens} WHERE visitor_id = ? AND presented_at IS NULL
       ORDER BY id DESC LIMIT -1 OFFSET ${UNPRESENTED_MAX - 1})`,
    visitorId,
  );
  insertRow(connection, TABLE.visitorTokens, { visitor_id: visitorId, hash: hashOf(token), issued_at: now });
  return token;
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
  return connection.transaction(() => follow(connection, row, verdict, now)).immediate();
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
  WHERE t.hash = ? AND v.site_id = ?`;

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

/** Writes what follows from the verdict. */
function follow(
  connection: Database,
  row: TokenRow,
  verdict: TokenVerdict,
  now: number,
): PresentedToken | null {
  const visitorId = row.visitor_id as VisitorId;
  if (verdict.worth === 'stolen')
    execute(connection, `DELETE FROM ${TABLE.visitorTokens} WHERE visitor_id = ?`, visitorId);
  if (verdict.worth !== 'valid') return null;
  if (verdict.isFirst)
    execute(
      connection,
      `UPDATE ${TABLE.visitorTokens} SET retired_at = ? WHERE visitor_id = ? AND id < ? AND retired_at IS NULL`,
      now + RETIRES_AFTER_MS,
      visitorId,
      row.id,
    );
  if (verdict.isToBeNoted) updateRow(connection, TABLE.visitorTokens, row.id, { presented_at: now });
  return { visitorId, freshToken: verdict.isToBeReplaced ? issueToken(connection, visitorId, now) : null };
}
