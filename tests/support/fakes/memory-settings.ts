import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { GeneralSettings } from '../../../plugins/attendance/protocol/settings/rest';
import type { SettingsStore } from '../../../plugins/attendance/server/src/application/settings/sites';
import type { MemoryDatabase } from './memory-database';

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

/** Returns a settings store that keeps the port's promises in memory. */
export function createMemorySettingsStore(database: MemoryDatabase): SettingsStore {
  return {
    get: async () => database.settings,
    update: async (settings) => {
      if (settings.version !== database.settings.version) return { ok: false, code: 'conflict' };
      database.settings = { ...settings, version: settings.version + 1 };
      return { ok: true, data: database.settings };
    },
    ensure: async () => undefined,
  };
}
