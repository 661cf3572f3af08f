import type {
  DepartmentRow,
  DepartmentRows,
} from '../../../../plugins/attendance/server/src/application/departments/rows';
import { nextId, type DepartmentRecord, type MemoryDatabase } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns departments as rows in memory, where no site belongs to one. */
export function departmentRows({ departments, interactions }: MemoryDatabase): DepartmentRows {
  const toRow = (record: DepartmentRecord): DepartmentRow => ({
    ...record,
    waitingCount: [...interactions.values()].filter(
      ({ interaction }) => interaction.status === 'waiting' && interaction.departmentId === record.id,
    ).length,
  });
  return {
    *lockName(id) {
      return departments.get(id)?.name ?? null;
    },
    *lock(id) {
      const record = departments.get(id);
      return record === undefined ? null : toRow(record);
    },
    *withKey(key) {
      return [...departments.values()].find((one) => one.key === key)?.id ?? null;
    },
    *insert(department) {
      const id = nextId(departments);
      departments.set(id, { ...department, id, version: 0 });
      return id;
    },
    *update(id, change) {
      const record = departments.get(id);
      if (record !== undefined) Object.assign(record, change);
    },
    *touch(id) {
      const record = departments.get(id);
      if (record !== undefined) record.version += 1;
    },
    *delete(id) {
      departments.delete(id);
      for (const record of interactions.values())
        if (record.interaction.status === 'assigned' && record.interaction.departmentId === id)
          record.interaction = { ...record.interaction, departmentId: null };
    },
  };
}
