import type { DepartmentTx } from './rows';
import type { Transactions } from '../transactions';
import type { DepartmentReader, DepartmentSettingsStore } from './ports';
import {
  createDepartment,
  removeDepartment,
  touchDepartments,
  updateDepartment,
  withMembers,
} from './configure';

/** The departments as admins edit them: what is read, and what changes them, each in one transaction. */
export function createDepartmentSettingsStore(
  database: Transactions<DepartmentTx>,
  reader: DepartmentReader,
): DepartmentSettingsStore {
  return {
    list: async () => {
      const { agents, departments } = await reader.read();
      return departments.map((row) => withMembers(row, agents));
    },
    create: (department) => database.transact((tx) => createDepartment(tx, department)),
    update: (id, update) => database.transact((tx) => updateDepartment(tx, id, update)),
    remove: (id) => database.transact((tx) => removeDepartment(tx, id)),
    touch: async (ids) => {
      if (ids.length > 0) await database.transact((tx) => touchDepartments(tx, ids));
    },
  };
}
