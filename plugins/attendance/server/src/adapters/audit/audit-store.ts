import type { Knex } from 'knex';

import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditChange,
  type AuditEntry,
  type AuditQuery,
} from '../../../../protocol/settings/audit';
import type { AuditStore } from '../../application/audit/audit';
import { toAuditColumns } from './audit-table';
import { fromJson, toTime } from '../database/columns';
import { TABLE } from '../database/tables';

const PAGE = 50;

interface AuditRow {
  id: number;
  at: number | string;
  user_id: number | null;
  user_name: string;
  action: AuditAction;
  subject: string;
  changes: string | AuditChange[];
}

export function createAuditStore(knex: Knex): AuditStore {
  return {
    add: async (record, at) => {
      await knex(TABLE.auditRecords).insert(toAuditColumns(record, at));
    },
    list: async (query) => {
      const rows = (await matching(knex, query)
        .orderBy('id', 'desc')
        .limit(PAGE + 1)) as AuditRow[];
      const entries = rows.slice(0, PAGE).map(toEntry);
      return {
        entries,
        next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null,
        people: await peopleIn(knex),
      };
    },
  };
}

function matching(knex: Knex, { about, before, from, to, userId }: AuditQuery) {
  const rows = knex(TABLE.auditRecords);
  if (before !== undefined) void rows.where('id', '<', before);
  if (about !== undefined)
    void rows.whereIn(
      'action',
      AUDIT_ACTIONS.filter((action) => action.startsWith(`${about}.`)),
    );
  if (userId !== undefined) void rows.where('user_id', userId);
  if (from !== undefined) void rows.where('at', '>=', from);
  if (to !== undefined) void rows.where('at', '<', to);
  return rows;
}

/** Returns the users named in the log, each by the name they had last. */
async function peopleIn(knex: Knex): Promise<{ userId: number; userName: string }[]> {
  const newest = knex(TABLE.auditRecords).whereNotNull('user_id').groupBy('user_id').max('id');
  const rows = (await knex(TABLE.auditRecords)
    .whereIn('id', newest)
    .orderBy('user_name')
    .select('user_id', 'user_name')) as { user_id: number; user_name: string }[];
  return rows.map((row) => ({ userId: row.user_id, userName: row.user_name }));
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: toTime(row.at),
    userId: row.user_id,
    userName: row.user_name,
    action: row.action,
    subject: row.subject,
    changes: fromJson<AuditChange[]>(row.changes),
  };
}
