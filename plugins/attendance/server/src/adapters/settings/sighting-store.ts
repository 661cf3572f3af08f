import type { Knex } from 'knex';

import type { SiteId } from '../../../../protocol/schemas/ids';
import type { SightingStore } from '../../application/settings/sightings';
import { toTime } from '../database/columns';
import { execute, rowsOf, withSqlite } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

const NOTE = `
  INSERT INTO ${TABLE.sightings} (site_id, origin, seen_at) VALUES (?, ?, ?)
  ON CONFLICT (site_id, origin) DO UPDATE SET seen_at = excluded.seen_at`;

interface SightingRow {
  site_id: SiteId;
  origin: string;
  seen_at: number | string;
}

export function createSightingStore(knex: Knex): SightingStore {
  return {
    note: async (siteId, origin, seenAt) => {
      await withSqlite(knex, (connection) => execute(connection, NOTE, siteId, origin, seenAt));
    },
    all: async () => {
      const rows = await rowsOf<SightingRow>(knex, `SELECT * FROM ${TABLE.sightings} ORDER BY origin`);
      return rows.map((row) => ({
        siteId: row.site_id,
        origin: row.origin,
        seenAt: toTime(row.seen_at),
      }));
    },
  };
}
