import type { DayCounts, TodayReader } from '../../application/supervision/ports';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';
import { LEVEL, levelParameters } from '../reports/report-conditions';

const OVER = `SELECT COUNT(*) AS requested,
    SUM(CASE WHEN r.outcome = 'answered' THEN 1 ELSE 0 END) AS answered,
    SUM(CASE WHEN r.outcome = 'abandoned' THEN 1 ELSE 0 END) AS abandoned,
    SUM(r.missed_count) AS missed,
    SUM(CASE WHEN r.outcome <> 'abandoned' AND r.waiting_ms IS NOT NULL THEN 1 ELSE 0 END) AS waited,
    SUM(CASE WHEN ${LEVEL.met} THEN 1 ELSE 0 END) AS met,
    SUM(CASE WHEN ${LEVEL['not-met']} THEN 1 ELSE 0 END) AS not_met
  FROM ${TABLE.reportRows} r WHERE r.requested_at >= ?`;
const MEDIAN = `SELECT waiting_ms FROM ${TABLE.reportRows}
  WHERE requested_at >= ? AND outcome <> 'abandoned' AND waiting_ms IS NOT NULL ORDER BY waiting_ms LIMIT 1 OFFSET ?`;
const LIVE = `SELECT COUNT(*) AS requested, COUNT(opened_at) AS answered FROM ${TABLE.interactions}
  WHERE status IN ('waiting', 'assigned') AND waiting_since >= ?`;

/** COUNT and SUM come as texts from PostgreSQL, and a SUM over nothing is null. */
type Total = number | string | null;

type OverRow = Readonly<
  Record<'requested' | 'answered' | 'abandoned' | 'missed' | 'waited' | 'met' | 'not_met', Total>
>;

/** Reads figures of today: report rows of what is over, and the interactions that go on. */
export function createTodayReader(reader: SqlReader): TodayReader {
  return {
    countsSince: async (since, thresholds): Promise<DayCounts> => {
      const levels = levelParameters(thresholds);
      const [over] = await reader.rows<OverRow>(OVER, ...levels, ...levels, since);
      const [live] = await reader.rows<Record<'requested' | 'answered', Total>>(LIVE, since);
      const waited = Number(over?.waited ?? 0);
      const [median] =
        waited === 0
          ? []
          : await reader.rows<{ waiting_ms: number | string }>(MEDIAN, since, Math.ceil(waited / 2) - 1);
      const [met, notMet] = [Number(over?.met ?? 0), Number(over?.not_met ?? 0)];
      return {
        requested: Number(over?.requested ?? 0) + Number(live?.requested ?? 0),
        answered: Number(over?.answered ?? 0) + Number(live?.answered ?? 0),
        abandoned: Number(over?.abandoned ?? 0),
        missed: Number(over?.missed ?? 0),
        waitingMedianMs: median === undefined ? null : Number(median.waiting_ms),
        level: { met, measured: met + notMet },
      };
    },
  };
}
