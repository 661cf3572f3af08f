import { createDepartmentReader } from '../../adapters/departments/department-reader';
import { createHoursStore } from '../../adapters/settings/hours-store';
import { createRetentionSteps } from '../../adapters/retention/retention-steps';
import { createRetentionStore } from '../../adapters/retention/retention-store';
import { unindex } from '../../adapters/search/search-index';
import { offsetIn } from '../../adapters/strapi/time-zone';
import type { AuditLog } from '../../application/audit/audit';
import {
  createConfigureDepartments,
  type ConfigureDepartments,
  type DepartmentSettingsStore,
} from '../../application/departments/ports';
import type { Database } from '../../application/database/tx';
import { createDepartmentSettingsStore } from '../../application/departments/settings-store';
import { createOpeningHours, type OpeningHours } from '../../application/settings/hours';
import { createRetention, type Retention } from '../../application/retention/retention';
import type { SettingsSignals } from '../../application/settings/signals';
import type { Host } from '../host';

/** Settings of the whole installation beside general settings and media. */
export interface SettingsSide {
  readonly hours: OpeningHours;
  readonly departments: ConfigureDepartments;
  readonly departmentStore: DepartmentSettingsStore;
  readonly retention: Retention;
}

export interface SettingsParts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly database: Database;
  readonly signals: Pick<SettingsSignals, 'hours' | 'members'>;
}

export async function openSettingsSide(
  { clock, first, sql }: Host,
  { audit, database, signals }: SettingsParts,
): Promise<SettingsSide> {
  const hoursStore = createHoursStore(sql, first);
  const retentionStore = createRetentionStore(sql);
  await hoursStore.ensure();
  await retentionStore.ensure();
  const departmentStore = createDepartmentSettingsStore(database, createDepartmentReader(sql));
  return {
    hours: createOpeningHours({ store: hoursStore, clock, offsetIn, onChanged: signals.hours.notify }),
    departments: createConfigureDepartments({
      store: departmentStore,
      membersChanged: signals.members.notify,
    }),
    departmentStore,
    retention: createRetention({
      store: retentionStore,
      steps: createRetentionSteps(sql, unindex),
      clock,
      audit,
    }),
  };
}
