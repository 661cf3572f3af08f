import type { AgentId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { VisitorChange, VisitorRow, VisitorRows } from '../../application/visitors/rows';
import type { StartKey } from '../../domain/visitors/start-key';
import type { Columns, Sql } from '../database/sql';
import { toFieldValues, toTime } from '../database/columns';
import { TABLE } from '../database/tables';
import { MOVED_WITH_A_VISITOR } from './moved-rows';
import { toVisitor, type VisitorColumns } from './visitor-row';

const MERGED_INTO = `SELECT v.merged_into FROM ${TABLE.visitors} v WHERE v.id = ?`;
const BY_ID = `SELECT v.* FROM ${TABLE.visitors} v WHERE v.id = ? AND v.merged_into IS NULL`;
const BY_START_KEY = `SELECT v.* FROM ${TABLE.visitors} v WHERE v.site_id = ? AND v.start_key_hash = ?`;
const WITH_TERMS_BEFORE = `SELECT id FROM ${TABLE.visitors}
  WHERE merged_into IS NULL AND (terms_version IS NULL OR terms_version < ?) LIMIT ?`;
const SITES = `SELECT i.site_id, i.live_key FROM ${TABLE.interactions} i WHERE i.visitor_id = ?`;
const LAST_ASSIGNED = `SELECT agent_id FROM ${TABLE.interactions} WHERE visitor_id = ? AND agent_id IS NOT NULL
  ORDER BY coalesce(assigned_at, 0) DESC LIMIT 1`;

export function visitorTable(sql: Sql): VisitorRows {
  return {
    *current(id) {
      const row = yield* sql.lock<{ merged_into: VisitorId | null }>('v', MERGED_INTO, id);
      return row === undefined ? null : (row.merged_into ?? id);
    },
    *lock(id) {
      const row = yield* sql.lock<VisitorColumns>('v', BY_ID, id);
      return row === undefined ? null : toVisitorRow(row);
    },
    *lockByStartKey(siteId, hash) {
      const row = yield* sql.lock<VisitorColumns>('v', BY_START_KEY, siteId, hash);
      return row === undefined ? null : toVisitorRow(row);
    },
    *insert({ siteId, startKey, ...fields }) {
      const row = { site_id: siteId, ...toKeyColumns(startKey), ...toFieldColumns(fields) };
      return (yield* sql.insert(TABLE.visitors, row)) as VisitorId;
    },
    update: (id, change) => sql.update(TABLE.visitors, id, toChangedColumns(change)),
    *withTermsBefore(version, limit) {
      const rows = yield* sql.rows<{ id: VisitorId }>(WITH_TERMS_BEFORE, version, limit);
      return rows.map(({ id }) => id);
    },
    *liveSites(id) {
      const rows = yield* sql.lockAll<{ site_id: SiteId; live_key: string | null }>('i', SITES, id);
      return rows.filter((row) => row.live_key !== null).map((row) => row.site_id);
    },
    *lastAssignedTo(id) {
      const [row] = yield* sql.rows<{ agent_id: AgentId }>(LAST_ASSIGNED, id);
      return row?.agent_id ?? null;
    },
    *moveRows(from, to) {
      for (const { parametersOf, text } of MOVED_WITH_A_VISITOR)
        yield* sql.run(text, ...parametersOf(from, to));
    },
  };
}

function toVisitorRow(row: VisitorColumns): VisitorRow {
  return {
    ...toVisitor(row),
    siteId: row.site_id as SiteId,
    fieldValues: toFieldValues(row.field_values),
    startKey:
      row.start_key_hash === null || row.start_key_at === null
        ? null
        : { hash: row.start_key_hash, at: toTime(row.start_key_at) },
    lastAgentId: row.last_agent_id as AgentId | null,
  };
}

function toFieldColumns({
  document,
  email,
  name,
  phone,
}: Pick<VisitorChange, 'document' | 'email' | 'name' | 'phone'>): Columns {
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(document !== undefined && { document }),
  };
}

function toKeyColumns(startKey: StartKey | null): Columns {
  return { start_key_hash: startKey?.hash ?? null, start_key_at: startKey?.at ?? null };
}

function toChangedColumns({
  fieldValues,
  lastAgentId,
  mergedInto,
  startKey,
  termsVersion,
  ...fields
}: VisitorChange): Columns {
  return {
    ...toFieldColumns(fields),
    ...(fieldValues !== undefined && {
      field_values: fieldValues === null ? null : JSON.stringify(fieldValues),
    }),
    ...(startKey !== undefined && toKeyColumns(startKey)),
    ...(lastAgentId !== undefined && { last_agent_id: lastAgentId }),
    ...(mergedInto !== undefined && { merged_into: mergedInto }),
    ...(termsVersion !== undefined && { terms_version: termsVersion }),
  };
}
