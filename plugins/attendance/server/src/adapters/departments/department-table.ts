import type { DepartmentRows } from '../../application/departments/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../tables';

export function departmentTable(sql: Sql): DepartmentRows {
  return {
    *nameOf(id) {
      const [row] = yield* sql.rows<{ name: string }>(
        `SELECT name FROM ${TABLE.departments} WHERE id = ?`,
        id,
      );
      return row?.name ?? null;
    },
  };
}
