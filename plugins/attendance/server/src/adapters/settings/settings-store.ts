import type { Locale } from '../../../../protocol/shared/choices';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { GeneralSettings } from '../../../../protocol/settings/rest';
import type { SettingsStore } from '../../application/settings/sites';
import type { SqlDatabase } from '../database/sql';
import type { FirstDefaults } from './first-defaults';
import { createSingleton } from './singleton';
import { TABLE } from '../database/tables';

/** Become tags at the first start (migrate-closing-tags.ts). */
const CLOSING_TAGS: Readonly<Record<Locale, readonly string[]>> = {
  'pt-BR': ['Resolvido', 'Sem resposta do cliente', 'Engano'],
  en: ['Solved', 'No answer from the customer', 'Wrong contact'],
  es: ['Resuelto', 'Sin respuesta del cliente', 'Equivocado'],
};

interface SettingsRow {
  version: number;
  default_capacity: number;
  persistence_ms: number;
  ring_ms: number | null;
  missed_max: number | null;
  grace_ms: number | null;
  reserve_after_ms: number | null;
}

export function createSettingsStore(
  database: SqlDatabase,
  { language }: Pick<FirstDefaults, 'language'>,
): SettingsStore {
  return createSingleton(database, {
    table: TABLE.settings,
    toSettings: (row: SettingsRow): GeneralSettings => ({
      version: row.version,
      defaultCapacity: row.default_capacity,
      persistenceMs: row.persistence_ms,
      ringMs: row.ring_ms ?? LIMITS.ringMs.default,
      missedMax: row.missed_max ?? LIMITS.missedMax.default,
      graceMs: row.grace_ms ?? LIMITS.graceMs.default,
      reserveAfterMs: row.reserve_after_ms ?? LIMITS.reserveAfterMs.default,
    }),
    toColumns: (settings: GeneralSettings) => ({
      default_capacity: settings.defaultCapacity,
      persistence_ms: settings.persistenceMs,
      ring_ms: settings.ringMs,
      missed_max: settings.missedMax,
      grace_ms: settings.graceMs,
      reserve_after_ms: settings.reserveAfterMs,
    }),
    first: {
      default_capacity: LIMITS.capacityDefault,
      persistence_ms: LIMITS.persistenceMs.default,
      closing_tags: JSON.stringify(CLOSING_TAGS[language]),
    },
  });
}
