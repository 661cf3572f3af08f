import type { AuditRecord } from '../../application/audit/audit';
import type { AuditRows } from '../../application/audit/rows';
import type { Columns, Sql } from '../database/sql';
import { TABLE } from '../database/tables';

export function auditTable(sql: Sql): AuditRows {
  return {
    *insert(record, at) {
      yield* sql.insert(TABLE.auditRecords, toAuditColumns(record, at));
    },
  };
}

export function toAuditColumns({ action, by, changes, subject }: AuditRecord, at: number): Columns {
  return {
    at,
    user_id: by?.userId ?? null,
    user_name: by?.userName ?? '',
    action,
    subject,
    changes: JSON.stringify(changes),
  };
}
