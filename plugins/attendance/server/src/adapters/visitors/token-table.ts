import type { VisitorId } from '../../../../protocol/schemas/ids';
import type { StoredToken, TokenRows } from '../../application/visitors/rows';
import type { Sql } from '../database/sql';
import { toTime, toTimeOrNull } from '../database/columns';
import { TABLE } from '../database/tables';

export interface TokenColumns {
  readonly id: number;
  readonly visitor_id: number;
  readonly family: string | null;
  readonly issued_at: number | string;
  readonly presented_at: number | string | null;
  readonly retired_at: number | string | null;
}

/** The parameters are the hash and the site; a token of an older version is of its visitor's. */
export const FIND_TOKEN = `
  SELECT t.* FROM ${TABLE.visitorTokens} t JOIN ${TABLE.visitors} v ON v.id = t.visitor_id
  WHERE t.hash = ? AND coalesce(t.site_id, v.site_id) = ?`;
const OF_FAMILY = `visitor_id = ? AND family IS NOT DISTINCT FROM ?`;
const PRESENT = `UPDATE ${TABLE.visitorTokens} SET presented_at = ? WHERE id = ?`;
const RETIRE_BEFORE = `UPDATE ${TABLE.visitorTokens} SET retired_at = ?
  WHERE ${OF_FAMILY} AND id < ? AND retired_at IS NULL`;
const DROP_UNPRESENTED = `DELETE FROM ${TABLE.visitorTokens} WHERE ${OF_FAMILY} AND presented_at IS NULL AND id NOT IN (
  SELECT id FROM ${TABLE.visitorTokens} WHERE ${OF_FAMILY} AND presented_at IS NULL ORDER BY id DESC LIMIT ?)`;
const DELETE_FAMILY = `DELETE FROM ${TABLE.visitorTokens} WHERE ${OF_FAMILY}`;
const COMPLETE = `UPDATE ${TABLE.visitorTokens} SET family = coalesce(family, ?), site_id = coalesce(site_id, ?)
  WHERE visitor_id = ? AND (family IS NULL OR site_id IS NULL)`;

export function tokenTable(sql: Sql): TokenRows {
  return {
    *lock(siteId, hash) {
      const row = yield* sql.lock<TokenColumns>('t', FIND_TOKEN, hash, siteId);
      return row === undefined ? null : toToken(row);
    },
    *insert({ family, hash, issuedAt, siteId, visitorId }) {
      yield* sql.insert(TABLE.visitorTokens, {
        visitor_id: visitorId,
        site_id: siteId,
        family,
        hash,
        issued_at: issuedAt,
      });
    },
    *setPresented(id, presentedAt) {
      yield* sql.run(PRESENT, presentedAt, id);
    },
    *retireBefore({ family, id, visitorId }, retiredAt) {
      yield* sql.run(RETIRE_BEFORE, retiredAt, visitorId, family, id);
    },
    *dropUnpresented({ family, visitorId }, kept) {
      yield* sql.run(DROP_UNPRESENTED, visitorId, family, visitorId, family, kept);
    },
    *deleteFamily({ family, visitorId }) {
      yield* sql.run(DELETE_FAMILY, visitorId, family);
    },
    *complete(id, family, siteId) {
      yield* sql.run(COMPLETE, family, siteId, id);
    },
  };
}

export function toToken(row: TokenColumns): StoredToken {
  return {
    id: row.id,
    visitorId: row.visitor_id as VisitorId,
    family: row.family,
    issuedAt: toTime(row.issued_at),
    presentedAt: toTimeOrNull(row.presented_at),
    retiredAt: toTimeOrNull(row.retired_at),
  };
}
