import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { DepartmentSettings } from '../../../protocol/departments';
import type { AgentId, DepartmentId } from '../../../protocol/ids';
import { changedMembership, type DepartmentSettingsStore } from '../application/departments';
import type { Outcome } from '../application/ports';
import { fromJson } from './interaction-rows';
import { execute, insertRow, rowsIn, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

export function createDepartmentSettingsStore(knex: Knex): DepartmentSettingsStore {
  const inTransaction = <Result>(work: (connection: Database) => Result): Promise<Result> =>
    withSqlite(knex, (connection) => connection.transaction(() => work(connection)).immediate());
  return {
    list: () => withSqlite(knex, listIn),
    create: ({ key, name }) =>
      inTransaction((connection) => {
        if (isKeyTaken(connection, key, null)) return CONFLICT;
        return found(connection, insertRow(connection, TABLE.departments, { key, name, version: 0 }));
      }),
    update: (id, { agentIds, key, name, version }) =>
      inTransaction((connection) => {
        const before = listIn(connection).find((each) => each.id === id);
        if (before === undefined) return NOT_FOUND;
        if (before.version !== version || isKeyTaken(connection, key, id)) return CONFLICT;
        const sql = `UPDATE ${TABLE.departments} SET version = ?, key = ?, name = ? WHERE id = ?`;
        execute(connection, sql, version + 1, key, name, id);
        const changed = new Set(changedMembership(before.agentIds, agentIds));
        for (const member of membersIn(connection)) {
          if (!changed.has(member.id)) continue;
          const others = member.departmentIds.filter((each) => each !== id);
          storeMembership(connection, member.id, agentIds.includes(member.id) ? [...others, id] : others);
        }
        return found(connection, id);
      }),
    remove: (id) =>
      inTransaction((connection) => {
        const department = listIn(connection).find((each) => each.id === id);
        if (department === undefined) return NOT_FOUND;
        if (department.waitingCount > 0) return CONFLICT;
        for (const member of membersIn(connection))
          if (member.departmentIds.includes(id))
            storeMembership(
              connection,
              member.id,
              member.departmentIds.filter((each) => each !== id),
            );
        for (const sql of LOSE_IT) execute(connection, sql, id);
        return { ok: true, data: null };
      }),
    touch: async (ids) => {
      if (ids.length === 0) return;
      await knex(TABLE.departments)
        .whereIn('id', ids)
        .update({ version: knex.raw('COALESCE(version, 0) + 1') });
    },
  };
}

const CONFLICT = { ok: false, code: 'conflict' } as const;
const NOT_FOUND = { ok: false, code: 'not_found' } as const;

/** What is attended now would come back to a queue that nobody serves; what has ended keeps what it was. */
const LOSE_IT = [
  `UPDATE ${TABLE.interactions} SET department_id = NULL WHERE department_id = ? AND status = 'assigned'`,
  `UPDATE ${TABLE.sites} SET department_id = NULL, version = version + 1 WHERE department_id = ?`,
  `DELETE FROM ${TABLE.departments} WHERE id = ?`,
];

interface DepartmentRow {
  id: number;
  key: string;
  name: string;
  version: number | null;
  waiting_count: number;
}

interface Member {
  readonly id: AgentId;
  readonly departmentIds: readonly DepartmentId[];
}

function membersIn(connection: Database): Member[] {
  const sql = `SELECT id, department_ids FROM ${TABLE.agents}`;
  return rowsIn<{ id: number; department_ids: string }>(connection, sql).map((row) => ({
    id: row.id as AgentId,
    departmentIds: fromJson<DepartmentId[]>(row.department_ids),
  }));
}

function storeMembership(connection: Database, id: AgentId, departmentIds: readonly DepartmentId[]): void {
  const sql = `UPDATE ${TABLE.agents} SET version = version + 1, department_ids = ? WHERE id = ?`;
  execute(connection, sql, JSON.stringify(departmentIds), id);
}

function listIn(connection: Database): DepartmentSettings[] {
  const members = membersIn(connection);
  const sql = `SELECT d.id, d.key, d.name, d.version, (SELECT COUNT(*) FROM ${TABLE.interactions} i
    WHERE i.department_id = d.id AND i.status = 'waiting') AS waiting_count FROM ${TABLE.departments} d ORDER BY d.name`;
  return rowsIn<DepartmentRow>(connection, sql).map((row) => {
    const id = row.id as DepartmentId;
    return {
      id,
      version: row.version ?? 0,
      key: row.key,
      name: row.name,
      agentIds: members.filter(({ departmentIds }) => departmentIds.includes(id)).map((each) => each.id),
      waitingCount: Number(row.waiting_count),
    };
  });
}

function isKeyTaken(connection: Database, key: string, own: number | null): boolean {
  const sql = `SELECT 1 FROM ${TABLE.departments} WHERE key = ? AND id <> ?`;
  return rowsIn(connection, sql, key, own ?? 0).length > 0;
}

function found(connection: Database, id: number): Outcome<DepartmentSettings> {
  const department = listIn(connection).find((each) => each.id === id);
  return department === undefined ? NOT_FOUND : { ok: true, data: department };
}
