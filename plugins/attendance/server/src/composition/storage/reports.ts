import { offsetIn } from '../../adapters/strapi/time-zone';
import type { AuditLog } from '../../application/audit/audit';
import type { Database } from '../../application/database/tx';
import type { AgentStore } from '../../application/agents/ports';
import { createReports, type Reports } from '../../application/reports/reports';
import { cutNow, type ScopePorts } from '../../application/reports/scope';
import type { ReportSettingsStore } from '../../application/reports/report-settings';
import type { OpeningHours } from '../../application/settings/hours';
import type { ReportTableSide } from '../../controllers/report-table';
import type { ReportSide } from '../../controllers/reports';
import type { Host } from '../host';
import { openReadWorker } from './reading';
import { openReportRows } from './report-rows';
import { openReportTable, type ReportTables } from './report-table';

/** Longest time of a report, in ms: of ten years of a busy company it takes many seconds, and nobody but its reader waits. */
const TIMEOUT_MS = 60_000;

export interface OpenedReports extends ReportSide {
  readonly tableSide: ReportTableSide;
  stop(): Promise<void>;
}

/** Opens the reports, with the upkeep of their rows, on a reading thread of their own: no search waits for a report. */
export async function openReports(
  host: Host,
  {
    agents,
    audit,
    database,
    hours,
    reportSettings: settings,
  }: {
    readonly agents: AgentStore;
    readonly audit: AuditLog;
    readonly database: Database;
    readonly reportSettings: ReportSettingsStore;
    readonly hours: Pick<OpeningHours, 'get'>;
  },
): Promise<OpenedReports> {
  const { clock, strapi } = host;
  const rowsSide = await openReportRows(host, database);
  const readWorker = openReadWorker(strapi, TIMEOUT_MS);
  const ports: ScopePorts = { settings, hours, backlog: rowsSide.backlog, offsetIn, clock };
  const reports = createReports({
    ...ports,
    reader: {
      overview: (query) => readWorker.read('reports:overview', query),
      groups: (query) => readWorker.read('reports:groups', query),
      agents: (query) => readWorker.read('reports:agents', query),
      choices: () => readWorker.read('reports:choices', null),
    },
  });
  const { stop: stopTable, ...tableSide } = openReportTable(host, {
    audit,
    reading: readWorker,
    cutNow: () => cutNow(ports),
    tables: tablesOf(reports),
  });
  return {
    reports,
    settings,
    agents,
    tableSide,
    stop: async () => {
      await Promise.all([rowsSide.stop(), readWorker.stop(), stopTable()]);
    },
  };
}

/** Returns the tables that reports show, for their exports. */
function tablesOf(reports: Reports): ReportTables {
  return {
    days: async (filter) => {
      const overview = await reports.overview(filter);
      return overview.ok ? { ok: true, data: overview.data.days } : overview;
    },
    agents: reports.agentRows,
    departments: (filter) => reports.groupRows('departments', filter),
    sites: (filter) => reports.groupRows('sites', filter),
  };
}
