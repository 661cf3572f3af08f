import type { Knex } from 'knex';

import type { Department } from '../../../../protocol/interactions/people';
import type { DepartmentId } from '../../../../protocol/schemas/ids';
import type { DepartmentStore } from '../../application/settings/sites';
import { TABLE } from '../database/tables';

interface DepartmentRow {
  id: number;
  key: string;
  name: string;
}

export function createDepartmentStore(knex: Knex): DepartmentStore {
  return {
    all: async () => ((await knex(TABLE.departments).orderBy('name')) as DepartmentRow[]).map(toDepartment),
    findByKey: async (key) => {
      const row = (await knex(TABLE.departments).where('key', key).first()) as DepartmentRow | undefined;
      return row === undefined ? null : toDepartment(row);
    },
    create: async ({ key, name }) => {
      const [row] = (await knex(TABLE.departments)
        .insert({ key, name })
        .onConflict('key')
        .ignore()
        .returning('*')) as DepartmentRow[];
      return row === undefined ? { ok: false, code: 'conflict' } : { ok: true, data: toDepartment(row) };
    },
    existing: async (ids) => {
      const rows = (await knex(TABLE.departments).whereIn('id', ids).select('id')) as { id: number }[];
      return rows.map(({ id }) => id as DepartmentId);
    },
  };
}

function toDepartment(row: DepartmentRow): Department {
  return { id: row.id as DepartmentId, key: row.key, name: row.name };
}
