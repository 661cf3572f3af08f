import type { Knex } from 'knex';

import { sqlOn } from '../adapters/database/sqlite/sql-on';
import { createDepartmentReader } from '../adapters/departments/department-reader';
import type { FirstDefaults } from '../adapters/first-defaults';
import { createHoursStore } from '../adapters/hours-store';
import { createRetentionSteps } from '../adapters/retention-steps';
import { createRetentionStore } from '../adapters/retention-store';
import { offsetIn } from '../adapters/time-zone';
import type { AuditLog } from '../application/audit';
import type { Database } from '../application/database';
import {
  createConfigureDepartments,
  type ConfigureDepartments,
  type DepartmentSettingsStore,
} from '../application/departments';
import { createDepartmentSettingsStore } from '../application/departments/settings-store';
import { createOpeningHours, type OpeningHours } from '../application/hours';
import type { Clock } from '../application/ports';
import { createRetention, type Retention } from '../application/retention';

/** What is set for the whole installation beside general settings and media. */
export interface SettingsSide {
  readonly hours: OpeningHours;
  readonly departments: ConfigureDepartments;
  readonly departmentStore: DepartmentSettingsStore;
  readonly retention: Retention;
}

export interface SettingsSideOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly first: FirstDefaults;
  readonly audit: () => AuditLog;
  /** Open or closed may be another answer now. */
  readonly hoursChanged: () => Promise<void>;
  /** Who may be given something may be others now. */
  readonly membersChanged: () => Promise<void>;
}

export async function openSettingsSide(knex: Knex, options: SettingsSideOptions): Promise<SettingsSide> {
  const { audit, clock, database, first, hoursChanged, membersChanged } = options;
  const hoursStore = createHoursStore(sqlOn(knex), first);
  const retentionStore = createRetentionStore(sqlOn(knex));
  await hoursStore.ensure();
  await retentionStore.ensure();
  const departmentStore = createDepartmentSettingsStore(database, createDepartmentReader(sqlOn(knex)));
  return {
    hours: createOpeningHours({ store: hoursStore, clock, offsetIn, onChanged: hoursChanged }),
    departments: createConfigureDepartments({ store: departmentStore, membersChanged }),
    departmentStore,
    retention: createRetention({
      store: retentionStore,
      steps: createRetentionSteps(sqlOn(knex)),
      clock,
      audit: { record: (record) => audit().record(record) },
    }),
  };
}
