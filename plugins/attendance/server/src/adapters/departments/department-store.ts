import type { Department } from '../../../../protocol/interactions/people';
import type { DepartmentId } from '../../../../protocol/schemas/ids';
import type { DepartmentStore } from '../../application/settings/sites';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';

interface DepartmentRow {
  id: number;
  key: string;
  name: string;
}

export function createDepartmentStore({ rows }: SqlReader): DepartmentStore {
  return {
    all: async () =>
      (await rows<DepartmentRow>(`SELECT id, key, name FROM ${TABLE.departments} ORDER BY name`)).map(
        toDepartment,
      ),
    findByKey: async (key) => {
      const [row] = await rows<DepartmentRow>(
        `SELECT id, key, name FROM ${TABLE.departments} WHERE key = ?`,
        key,
      );
      return row === undefined ? null : toDepartment(row);
    },
    existing: async (ids) => {
      if (ids.length === 0) return [];
      const text = `SELECT id FROM ${TABLE.departments} WHERE id IN (${ids.map(() => '?').join(', ')})`;
      return (await rows<{ id: DepartmentId }>(text, ...ids)).map(({ id }) => id);
    },
  };
}

function toDepartment(row: DepartmentRow): Department {
  return { id: row.id as DepartmentId, key: row.key, name: row.name };
}
