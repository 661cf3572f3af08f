import type { InteractionId } from '../../../../protocol/schemas/ids';
import { isStorageFault } from '../../adapters/database/sqlite/storage-fault';
import { createPastReports, forgetOutdatedReports } from '../../adapters/reports/past-reports';
import type { Database } from '../../application/database/tx';
import { every } from '../../application/every';
import { createFilling } from '../../application/reports/fill-past';
import type { ReportBacklog } from '../../application/reports/ports';
import type { Host } from '../host';

/** Interval of checks for interactions without report rows, in ms. */
const FILL_MS = 1_000;

export interface ReportRowsSide {
  readonly backlog: ReportBacklog;
  stop(): Promise<void>;
}

/** Opens the upkeep of report rows: what older versions left is measured little by little, beside the chat [Z144]. */
export async function openReportRows({ log, sql }: Host, database: Database): Promise<ReportRowsSide> {
  await forgetOutdatedReports(sql);
  const past = createPastReports(sql, database);
  const unmeasurable = new Set<InteractionId>();
  const fill = createFilling({
    past,
    unmeasurable,
    elapsed: () => performance.now(),
    isUnavailable: isStorageFault,
    onUnmeasurable: (interactionId, fault) =>
      log.error('attendance: an interaction could not be measured', { interactionId, fault: String(fault) }),
  });
  const stop = every(FILL_MS, fill, (fault) => {
    log.error('attendance: what ended could not be measured', { fault: String(fault) });
  });
  return { backlog: { unread: () => past.unread(unmeasurable) }, stop };
}
