import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';

const SHOWS = `SELECT shows_followers FROM ${TABLE.reportSettings} ORDER BY id LIMIT 1`;

/** Resolves to whether an agent is told who follows their interaction [R17]; they are, until an admin decides otherwise. */
export function createShowsFollowers(reader: SqlReader): () => Promise<boolean> {
  return async () => {
    const [row] = await reader.rows<{ shows_followers: number | boolean | null }>(SHOWS);
    return Boolean(row?.shows_followers ?? true);
  };
}
