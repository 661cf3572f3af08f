import { createReportBacklog } from '../../adapters/reports/report-backlog';
import { createReportSettingsStore } from '../../adapters/settings/report-settings-store';
import { offsetIn } from '../../adapters/strapi/time-zone';
import type { AgentStore } from '../../application/agents/ports';
import { createReports } from '../../application/reports/reports';
import type { OpeningHours } from '../../application/settings/hours';
import type { ReportSide } from '../../controllers/reports';
import type { Host } from '../host';
import { openReadWorker } from './reading';

/** Longest time of a report, in ms: of ten years of a busy company it takes many seconds, and nobody but its reader waits. */
const TIMEOUT_MS = 60_000;

export interface OpenedReports extends ReportSide {
  stop(): Promise<void>;
}

/** Opens the reports, on a reading thread of their own: no search waits for a report. */
export async function openReports(
  { clock, sql, strapi }: Host,
  { agents, hours }: { readonly agents: AgentStore; readonly hours: Pick<OpeningHours, 'get'> },
): Promise<OpenedReports> {
  const settings = createReportSettingsStore(sql);
  await settings.ensure();
  const readWorker = openReadWorker(strapi, TIMEOUT_MS);
  const reports = createReports({
    reader: {
      overview: (query) => readWorker.read('reports:overview', query),
      groups: (query) => readWorker.read('reports:groups', query),
      agents: (query) => readWorker.read('reports:agents', query),
      choices: () => readWorker.read('reports:choices', null),
    },
    settings,
    hours,
    backlog: createReportBacklog(sql),
    offsetIn,
    clock,
  });
  return { reports, settings, agents, stop: readWorker.stop };
}
