import type {
  RetentionCounts,
  RetentionDays,
  RetentionSettings,
  RetentionUpdate,
} from '../../../../protocol/settings/retention';
import type { RetentionStore } from '../../application/retention/retention';
import type { SqlDatabase } from '../database/sql';
import { fromJson, toTime } from '../database/columns';
import { createSingleton } from '../settings/singleton';
import { TABLE } from '../database/tables';

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

export function createRetentionStore(database: SqlDatabase): RetentionStore {
  const { ensure, get, set, update } = createSingleton(database, {
    table: TABLE.retentionSettings,
    toSettings,
    toColumns: ({ days }: RetentionUpdate) => ({ days: JSON.stringify(days) }),
    first: { days: JSON.stringify(FOR_EVER) },
  });
  return {
    get,
    update,
    ensure,
    noteRun: (at, counts) => set({ last_run_at: at, last_counts: JSON.stringify(counts) }),
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
