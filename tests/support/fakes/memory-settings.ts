import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import type { Outcome } from '../../../plugins/attendance/server/src/application/outcome';
import type { SettingsStore } from '../../../plugins/attendance/server/src/application/settings/sites';
import {
  changeSettings,
  type Versioned,
} from '../../../plugins/attendance/server/src/application/settings/versioned';
import type { MemoryDatabase } from './memory-database';
import { runInMemory } from './rows/memory-tx';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns the settings of a new install. */
export function defaultSettings(): GeneralSettings {
  return {
    version: 0,
    defaultCapacity: LIMITS.capacityDefault,
    persistenceMs: LIMITS.persistenceMs.default,
    ringMs: LIMITS.ringMs.default,
    missedMax: LIMITS.missedMax.default,
    graceMs: LIMITS.graceMs.default,
    reserveAfterMs: LIMITS.reserveAfterMs.default,
  };
}

/** Returns a settings store whose row is in memory. */
export function createMemorySettingsStore(database: MemoryDatabase): SettingsStore {
  return {
    get: async () => database.settings,
    update: async (update) => changeInMemory(database, update),
    ensure: async () => undefined,
  };
}

/** Changes settings that are held in memory as the application changes their row. */
export function changeInMemory<Settings extends Versioned>(
  held: { settings: Settings },
  update: Settings,
): Outcome<Settings> {
  return runInMemory(
    changeSettings<Settings, Settings>(
      {
        *lock() {
          return held.settings;
        },
        *write(settings, version) {
          held.settings = { ...settings, version };
        },
      },
      update,
    ),
  );
}
