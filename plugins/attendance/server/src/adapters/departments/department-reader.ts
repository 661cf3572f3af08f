import type { Knex } from 'knex';

import type { AgentId, DepartmentId } from '../../../../protocol/ids';
import type { DepartmentReader } from '../../application/departments';
import { fromJson } from '../interaction-rows';
import { rowsOf } from '../sqlite-connection';
import { TABLE } from '../tables';
import { SELECT_DEPARTMENTS, toDepartment, type DepartmentColumns } from './department-table';

const BY_NAME = `${SELECT_DEPARTMENTS} ORDER BY d.name`;
const MEMBERS = `SELECT id, department_ids FROM ${TABLE.agents}`;

interface MemberColumns {
  readonly id: AgentId;
  readonly department_ids: string | DepartmentId[];
}

/** What is read of departments, outside of any transaction of theirs. */
export function createDepartmentReader(knex: Knex): DepartmentReader {
  return {
    read: async () => {
      const departments = await rowsOf<DepartmentColumns>(knex, BY_NAME);
      const agents = await rowsOf<MemberColumns>(knex, MEMBERS);
      return {
        departments: departments.map(toDepartment),
        agents: agents.map((row) => ({
          id: row.id,
          departmentIds: fromJson<DepartmentId[]>(row.department_ids),
        })),
      };
    },
  };
}
