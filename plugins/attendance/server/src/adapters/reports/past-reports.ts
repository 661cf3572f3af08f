import type { InteractionId } from '../../../../protocol/schemas/ids';
import {
  measurePast,
  type PastReports,
  type PastTx,
  type UnreadReports,
} from '../../application/reports/fill-past';
import type { Transactions } from '../../application/transactions';
import { REPORT_VERSION } from '../../domain/reports/report-record';
import type { SqlReader, SqlDatabase } from '../database/sql';
import { TABLE } from '../database/tables';

/** Interactions per transaction: other writers wait no longer than for these. */
const AT_ONCE = 10;
/** More parameters than this are more than some databases take. */
const EXCEPT_MAX = 1_000;

const UNREAD = `report_version IS NULL AND ended_at IS NOT NULL`;
const MISSING = `SELECT id FROM ${TABLE.interactions} WHERE ${UNREAD} ORDER BY ended_at DESC LIMIT ?`;
const COUNT = `SELECT count(*) AS count FROM ${TABLE.interactions} WHERE ${UNREAD}`;
const OUTDATED = `UPDATE ${TABLE.interactions} SET report_version = NULL WHERE report_version < ${REPORT_VERSION}`;

/** Lets what was measured by older rules be measured anew: their rows stay until then. */
export async function forgetOutdatedReports({ transact }: SqlDatabase): Promise<void> {
  await transact(function* (sql) {
    yield* sql.run(OUTDATED);
  });
}

/** Reads which interactions have no report rows, and measures them in transactions of the application. */
export function createPastReports(
  reader: Pick<SqlReader, 'rows'>,
  database: Transactions<PastTx>,
): PastReports & UnreadReports {
  return {
    missing: async (except) => {
      const rows = await reader.rows<{ id: InteractionId }>(MISSING, AT_ONCE + except.size);
      return rows.flatMap(({ id }) => (except.has(id) ? [] : [id])).slice(0, AT_ONCE);
    },
    measure: (ids) => database.transact((tx) => measurePast(tx, ids)),
    unread: async (except) => {
      const ids = [...except].slice(0, EXCEPT_MAX);
      const others = ids.length === 0 ? '' : ` AND id NOT IN (${ids.map(() => '?').join(', ')})`;
      const [row] = await reader.rows<{ count: number | string }>(`${COUNT}${others}`, ...ids);
      return Number(row?.count ?? 0);
    },
  };
}
