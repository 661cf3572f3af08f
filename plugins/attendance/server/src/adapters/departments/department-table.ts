import type { DepartmentId } from '../../../../protocol/schemas/ids';
import type { DepartmentRow, DepartmentRows } from '../../application/departments/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';

export interface DepartmentColumns {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly version: number | null;
  readonly waiting_count: number | string;
}

export const SELECT_DEPARTMENTS = `SELECT d.id, d.key, d.name, d.version,
    (SELECT count(*) FROM ${TABLE.interactions} i WHERE i.department_id = d.id AND i.status = 'waiting') AS waiting_count
  FROM ${TABLE.departments} d`;
const BY_ID = `${SELECT_DEPARTMENTS} WHERE d.id = ?`;
const NAME = `SELECT d.name FROM ${TABLE.departments} d WHERE d.id = ?`;
const WITH_KEY = `SELECT id FROM ${TABLE.departments} WHERE key = ?`;
const TOUCH = `UPDATE ${TABLE.departments} SET version = coalesce(version, 0) + 1 WHERE id = ?`;
/** Statements that delete a department; ended interactions still name it. */
const DELETE = [
  `UPDATE ${TABLE.interactions} SET department_id = NULL WHERE department_id = ? AND status = 'assigned'`,
  `UPDATE ${TABLE.sites} SET department_id = NULL, version = version + 1 WHERE department_id = ?`,
  `DELETE FROM ${TABLE.departments} WHERE id = ?`,
];

export function departmentTable(sql: Sql): DepartmentRows {
  return {
    *lockName(id) {
      const row = yield* sql.lock<{ name: string }>('d', NAME, id);
      return row?.name ?? null;
    },
    *lock(id) {
      const row = yield* sql.lock<DepartmentColumns>('d', BY_ID, id);
      return row === undefined ? null : toDepartment(row);
    },
    *withKey(key) {
      const [row] = yield* sql.rows<{ id: DepartmentId }>(WITH_KEY, key);
      return row?.id ?? null;
    },
    *insert({ key, name }) {
      return (yield* sql.insert(TABLE.departments, { key, name, version: 0 })) as DepartmentId;
    },
    update: (id, { key, name, version }) => sql.update(TABLE.departments, id, { key, name, version }),
    *touch(id) {
      yield* sql.run(TOUCH, id);
    },
    *delete(id) {
      for (const text of DELETE) yield* sql.run(text, id);
    },
  };
}

export function toDepartment(row: DepartmentColumns): DepartmentRow {
  return {
    id: row.id as DepartmentId,
    version: row.version ?? 0,
    key: row.key,
    name: row.name,
    waitingCount: Number(row.waiting_count),
  };
}
