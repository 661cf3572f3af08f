import type { Knex } from 'knex';

import type { RetentionCounts, RetentionDays, RetentionSettings } from '../../../protocol/retention';
import type { RetentionStore } from '../application/retention';
import { fromJson, toTime } from './interaction-rows';
import { TABLE } from './tables';

const FOR_EVER: RetentionDays = {
  interactions: 0,
  offlineMessages: 0,
  visitors: 0,
  addresses: 0,
  audit: 0,
};
const NONE: RetentionCounts = FOR_EVER;

interface RetentionRow {
  version: number;
  days: string | Partial<RetentionDays>;
  last_run_at: number | string | null;
  last_counts: string | Partial<RetentionCounts> | null;
}

export function createRetentionStore(knex: Knex): RetentionStore {
  const get = async (): Promise<RetentionSettings> => {
    const row = (await knex(TABLE.retentionSettings).first()) as RetentionRow | undefined;
    if (row === undefined) throw new Error('the retention has no row');
    return toSettings(row);
  };
  return {
    get,
    update: async ({ days, version }) => {
      const changed = await knex(TABLE.retentionSettings)
        .where({ version })
        .update({ version: version + 1, days: JSON.stringify(days) });
      return changed === 0 ? { ok: false, code: 'conflict' } : { ok: true, data: await get() };
    },
    noteRun: async (at, counts) => {
      await knex(TABLE.retentionSettings).update({ last_run_at: at, last_counts: JSON.stringify(counts) });
    },
    ensure: async () => {
      if ((await knex(TABLE.retentionSettings).first('id')) !== undefined) return;
      await knex(TABLE.retentionSettings).insert({ version: 0, days: JSON.stringify(FOR_EVER) });
    },
  };
}

/** A class that came later than the row has its default. */
function toSettings(row: RetentionRow): RetentionSettings {
  return {
    version: row.version,
    days: { ...FOR_EVER, ...fromJson<Partial<RetentionDays>>(row.days) },
    lastRun:
      row.last_run_at === null || row.last_counts === null
        ? null
        : {
            at: toTime(row.last_run_at),
            counts: { ...NONE, ...fromJson<Partial<RetentionCounts>>(row.last_counts) },
          },
  };
}
