import type { Knex } from 'knex';
import type { Database } from 'better-sqlite3';

import type { Visitor } from '../../../protocol/entities';
import type { SiteId, VisitorId } from '../../../protocol/ids';
import type { VisitorFields, VisitorStore } from '../application/visitors';
import { toTime } from './interaction-rows';
import { insertRow, rowsIn, updateRow, rowsOf, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';
import { currentVisitor, storeTerms, toVisitor, type VisitorRow } from './visitor-rows';
import { familyOf, hashOf, issueToken, presentToken, recogniseToken } from './visitor-tokens';

/** How long a start key brings a second tab to the visitor that the first one became. */
const START_KEY_LIFE_MS = 10 * 60_000;

export function createVisitorStore(knex: Knex): VisitorStore {
  return {
    present: (siteId, token, now) =>
      withSqlite(knex, (connection) => presentToken(connection, siteId, token, now)),
    recognise: (siteId, token, now) =>
      withSqlite(knex, (connection) => recogniseToken(connection, siteId, token, now)),
    create: (siteId, fields, startKey, now) =>
      withSqlite(knex, (connection) =>
        connection.transaction(() => create(connection, siteId, fields, startKey, now)).immediate(),
      ),
    find: async (id) => {
      const sql = `SELECT * FROM ${TABLE.visitors} WHERE id = ? AND merged_into IS NULL`;
      const [row] = await rowsOf<VisitorRow>(knex, sql, id);
      return row === undefined ? null : toVisitor(row);
    },
    update: async (id, fields) => {
      const given = Object.entries(fields).filter(
        (field): field is [string, string] => field[1] !== undefined,
      );
      if (given.length === 0) return;
      await withSqlite(knex, (connection) =>
        connection
          .transaction(() => {
            const current = currentVisitor(connection, id);
            updateRow(connection, TABLE.visitors, current, Object.fromEntries(given));
            storeTerms(connection, current);
          })
          .immediate(),
      );
    },
  };
}

function create(
  connection: Database,
  siteId: SiteId,
  fields: VisitorFields,
  startKey: string | null,
  now: number,
): { readonly visitor: Visitor; readonly token: string } {
  const keyHash = startKey === null ? null : hashOf(startKey);
  const known = keyHash === null ? null : findByStartKey(connection, siteId, keyHash, now);
  const visitor = known ?? insert(connection, siteId, fields, keyHash, now);
  const family = { visitorId: visitor.id, siteId, name: familyOf(keyHash) };
  return { visitor, token: issueToken(connection, family, now) };
}

function findByStartKey(connection: Database, siteId: SiteId, keyHash: string, now: number): Visitor | null {
  const [row] = rowsIn<VisitorRow>(
    connection,
    `SELECT * FROM ${TABLE.visitors} WHERE site_id = ? AND start_key_hash = ?`,
    siteId,
    keyHash,
  );
  if (row === undefined) return null;
  if (row.start_key_at !== null && now - toTime(row.start_key_at) <= START_KEY_LIFE_MS) return toVisitor(row);
  // Long ago: whoever has the key now is somebody new.
  updateRow(connection, TABLE.visitors, row.id, { start_key_hash: null, start_key_at: null });
  return null;
}

function insert(
  connection: Database,
  siteId: SiteId,
  { document = '', email = '', name = '', phone = '' }: VisitorFields,
  keyHash: string | null,
  now: number,
): Visitor {
  const id = insertRow(connection, TABLE.visitors, {
    site_id: siteId,
    start_key_hash: keyHash,
    start_key_at: keyHash === null ? null : now,
    name,
    email,
    phone,
    document,
  });
  storeTerms(connection, id as VisitorId);
  return { id: id as VisitorId, name, email, phone, document };
}
