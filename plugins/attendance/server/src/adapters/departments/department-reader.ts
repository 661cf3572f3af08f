import type { AgentId, DepartmentId } from '../../../../protocol/schemas/ids';
import type { DepartmentReader } from '../../application/departments/ports';
import type { SqlReader } from '../database/sql';
import { fromJson } from '../database/columns';
import { TABLE } from '../database/tables';
import { SELECT_DEPARTMENTS, toDepartment, type DepartmentColumns } from './department-table';

const BY_NAME = `${SELECT_DEPARTMENTS} ORDER BY d.name`;
const MEMBERS = `SELECT id, department_ids FROM ${TABLE.agents}`;

interface MemberColumns {
  readonly id: AgentId;
  readonly department_ids: string | DepartmentId[];
}

/** Reads departments outside a transaction. */
export function createDepartmentReader(reader: SqlReader): DepartmentReader {
  return {
    read: async () => {
      const departments = await reader.rows<DepartmentColumns>(BY_NAME);
      const agents = await reader.rows<MemberColumns>(MEMBERS);
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
