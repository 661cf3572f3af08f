import type { SiteId } from '../../../../protocol/schemas/ids';
import type { SightingStore } from '../../application/settings/sightings';
import { toTime } from '../database/columns';
import type { SqlDatabase } from '../database/sql';
import { TABLE } from '../database/tables';

const NOTE = `
  INSERT INTO ${TABLE.sightings} (site_id, origin, seen_at) VALUES (?, ?, ?)
  ON CONFLICT (site_id, origin) DO UPDATE SET seen_at = excluded.seen_at`;

interface SightingRow {
  site_id: SiteId;
  origin: string;
  seen_at: number | string;
}

export function createSightingStore({ rows: read, transact }: SqlDatabase): SightingStore {
  return {
    note: async (siteId, origin, seenAt) => {
      await transact((sql) => sql.run(NOTE, siteId, origin, seenAt));
    },
    all: async () => {
      const rows = await read<SightingRow>(`SELECT * FROM ${TABLE.sightings} ORDER BY origin`);
      return rows.map((row) => ({
        siteId: row.site_id,
        origin: row.origin,
        seenAt: toTime(row.seen_at),
      }));
    },
  };
}
