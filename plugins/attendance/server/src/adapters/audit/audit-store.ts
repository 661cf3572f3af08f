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
import type { Parameter, SqlDatabase } from '../database/sql';
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

export function createAuditStore({ rows: read, transact }: SqlDatabase): AuditStore {
  return {
    add: async (record, at) => {
      await transact((sql) => sql.insert(TABLE.auditRecords, toAuditColumns(record, at)));
    },
    list: async (query) => {
      const [where, parameters] = conditionsOf(query);
      const text = `SELECT * FROM ${TABLE.auditRecords} ${where} ORDER BY id DESC LIMIT ${PAGE + 1}`;
      const found = await read<AuditRow>(text, ...parameters);
      const entries = found.slice(0, PAGE).map(toEntry);
      const people = await read<{ user_id: number; user_name: string }>(PEOPLE);
      return {
        entries,
        next: found.length > PAGE ? (entries.at(-1)?.id ?? null) : null,
        people: people.map(({ user_id: userId, user_name: userName }) => ({ userId, userName })),
      };
    },
  };
}

/** Users named in the log, each by the name they had last. */
const PEOPLE = `SELECT user_id, user_name FROM ${TABLE.auditRecords}
  WHERE id IN (SELECT max(id) FROM ${TABLE.auditRecords} WHERE user_id IS NOT NULL GROUP BY user_id) ORDER BY user_name`;

/** Returns the condition of a query, with its parameters; empty where it asks for everything. */
function conditionsOf({ about, before, from, to, userId }: AuditQuery): [where: string, Parameter[]] {
  const actions = AUDIT_ACTIONS.filter((action) => about !== undefined && action.startsWith(`${about}.`));
  const asked: readonly (readonly [condition: string, values: readonly (Parameter | undefined)[]])[] = [
    ['id < ?', [before]],
    ['user_id = ?', [userId]],
    ['at >= ?', [from]],
    ['at < ?', [to]],
  ];
  const given = asked.filter(([, [value]]) => value !== undefined) as [string, Parameter[]][];
  if (about !== undefined)
    given.push([`action IN (${actions.map(() => '?').join(', ') || 'NULL'})`, [...actions]]);
  if (given.length === 0) return ['', []];
  return [
    `WHERE ${given.map(([condition]) => condition).join(' AND ')}`,
    given.flatMap(([, values]) => values),
  ];
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
