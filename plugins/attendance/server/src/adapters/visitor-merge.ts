import type { Database } from 'better-sqlite3';

import { FIELD_TARGETS } from '../../../protocol/form';
import type { VisitorId } from '../../../protocol/ids';
import type { AuditRecord } from '../application/audit';
import type { MergeRequest } from '../application/known-visitors';
import type { Outcome } from '../application/ports';
import { unite, type MergingVisitor } from '../domain/visitor-merge';
import { toAuditRow } from './audit-store';
import { toFieldValues, toTime } from './interaction-rows';
import { execute, insertRow, rowsIn, updateRow } from './sqlite-connection';
import { TABLE } from './tables';
import { findVisitor, storeTerms, toVisitor, type VisitorRow } from './visitor-rows';
import { moveTokens } from './visitor-tokens';

/** Both have something going on on one site: the database refuses that of one visitor [P3]. */
export function areBothLive(connection: Database, one: VisitorId, other: VisitorId): boolean {
  const sql = `SELECT 1 FROM ${TABLE.interactions} WHERE visitor_id IN (?, ?) AND live_key IS NOT NULL
    GROUP BY site_id HAVING count(*) > 1 LIMIT 1`;
  return rowsIn(connection, sql, one, other).length > 0;
}

/** Makes one of two, in the transaction given; nothing is written where it is refused. */
export function mergeVisitors(connection: Database, request: MergeRequest, now: number): Outcome<object> {
  const { choices, goneId, keptId } = request;
  const [kept, gone] = [findVisitor(connection, keptId), findVisitor(connection, goneId)];
  if (kept === null || gone === null || keptId === goneId) return { ok: false, code: 'not_found' };
  const united = unite(toMerging(kept), toMerging(gone), choices);
  if (united === null || areBothLive(connection, keptId, goneId)) return { ok: false, code: 'conflict' };

  moveTokens(connection, goneId, keptId);
  moveRows(connection, goneId, keptId);
  // First the one who goes: a start key is one visitor's on a site.
  empty(connection, goneId, keptId);
  updateRow(connection, TABLE.visitors, keptId, {
    ...united.fields,
    field_values: JSON.stringify(united.fieldValues),
    last_agent_id: lastAgentOf(connection, keptId) ?? kept.last_agent_id ?? gone.last_agent_id,
    ...startKeyOf(kept, gone),
  });
  storeTerms(connection, goneId);
  storeTerms(connection, keptId);
  insertRow(connection, TABLE.auditRecords, toAuditRow(recordOf(request, united.fields.name), now));
  return { ok: true, data: {} };
}

function toMerging(row: VisitorRow): MergingVisitor {
  return { ...toVisitor(row), fieldValues: toFieldValues(row.field_values) };
}

/** Everything else hangs on the interactions. Their revision grows: screens take what they are told of them. */
function moveRows(connection: Database, from: VisitorId, to: VisitorId): void {
  execute(
    connection,
    `UPDATE ${TABLE.interactions} SET visitor_id = ?, revision = revision + 1,
       live_key = CASE WHEN live_key IS NULL THEN NULL ELSE site_id || '/' || CAST(? AS INTEGER) END WHERE visitor_id = ?`,
    to,
    to,
    from,
  );
  execute(
    connection,
    `UPDATE ${TABLE.attachments} SET person_id = ? WHERE side = 'visitor' AND person_id = ?
       AND interaction_id IN (SELECT id FROM ${TABLE.interactions} WHERE visitor_id = ?)`,
    to,
    from,
    to,
  );
  execute(connection, `UPDATE ${TABLE.blocks} SET visitor_id = ? WHERE visitor_id = ?`, to, from);
  execute(connection, `UPDATE ${TABLE.visitors} SET merged_into = ? WHERE merged_into = ?`, to, from);
}

/** Nothing of a person stays there but who they are now. */
function empty(connection: Database, goneId: VisitorId, keptId: VisitorId): void {
  updateRow(connection, TABLE.visitors, goneId, {
    ...Object.fromEntries(FIELD_TARGETS.map((field) => [field, ''])),
    field_values: null,
    start_key_hash: null,
    start_key_at: null,
    last_agent_id: null,
    merged_into: keptId,
  });
}

/** Another tab of the browser that began last finds its visitor still [Z17]; a key counts on its own site alone. */
function startKeyOf(kept: VisitorRow, gone: VisitorRow): Record<string, string | number> {
  if (gone.site_id !== kept.site_id || gone.start_key_hash === null || gone.start_key_at === null) return {};
  if (kept.start_key_at !== null && toTime(kept.start_key_at) >= toTime(gone.start_key_at)) return {};
  return { start_key_hash: gone.start_key_hash, start_key_at: toTime(gone.start_key_at) };
}

/** [R7] Of all that is theirs now. */
function lastAgentOf(connection: Database, id: VisitorId): number | null {
  const sql = `SELECT agent_id FROM ${TABLE.interactions} WHERE visitor_id = ? AND agent_id IS NOT NULL
    ORDER BY assigned_at DESC LIMIT 1`;
  return rowsIn<{ agent_id: number }>(connection, sql, id)[0]?.agent_id ?? null;
}

/** Whose value stayed, and nothing of the values: they are the visitor's. */
function recordOf({ by, choices, goneId, keptId }: MergeRequest, name: string): AuditRecord {
  const { fieldValues, ...fields } = choices;
  const chosen = [
    ...Object.entries(fields),
    ...Object.entries(fieldValues).map(([id, from]) => [`field.${id}`, from] as const),
  ];
  return {
    by,
    action: 'visitor.merge',
    subject: name === '' ? `#${keptId}` : name,
    changes: [
      { field: 'visitor', before: `#${goneId}`, after: `#${keptId}` },
      ...chosen.map(([field, from]) => ({ field, before: null, after: `#${from}` })),
    ],
  };
}
