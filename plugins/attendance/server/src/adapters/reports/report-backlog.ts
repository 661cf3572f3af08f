import type { ReportBacklog } from '../../application/reports/ports';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';

const UNREAD = `SELECT COUNT(*) AS size FROM ${TABLE.interactions} WHERE report_version IS NULL AND ended_at IS NOT NULL`;

/** Counts interactions without a report row by an index that holds all it asks for. */
export function createReportBacklog(reader: Pick<SqlReader, 'rows'>): ReportBacklog {
  return {
    unread: async () => Number((await reader.rows<{ size: number | string }>(UNREAD))[0]?.size ?? 0),
  };
}
