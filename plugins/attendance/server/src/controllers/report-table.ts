import { Readable } from 'node:stream';
import type { Context } from 'koa';

import {
  reportExportQuerySchema,
  reportInteractionsQuerySchema,
  type ReportExportQuery,
} from '../../../protocol/reports/report-filter';
import type { ReportExports, RunningExport } from '../application/reports/report-export';
import type { ReportTable } from '../application/reports/report-table';
import { actorOf } from './actor';
import { answer, parseQuery } from './parse-body';
import { refuse } from './refuse';

export interface ReportTableSide {
  readonly table: ReportTable;
  readonly exports: ReportExports;
  /** Called for an export that was given and not noted. */
  readonly onFault: (fault: unknown) => void;
}

const SEE_IP = 'plugin::attendance.see-ip';
/** A part of the file that is kept ready while the one before is on its way, in bytes. */
const READY_BYTES = 64 * 1_024;

const CONTENT_TYPES: Readonly<Record<ReportExportQuery['format'], string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** The table of interactions and the exports of reports [D2]. */
export function createReportTableController(side: () => ReportTableSide) {
  return {
    async interactions(ctx: Context): Promise<void> {
      const query = parseQuery(ctx, reportInteractionsQuerySchema);
      if (query === null) return;
      answer(ctx, await side().table(query, seesIp(ctx)), (page) => page);
    },
    async export(ctx: Context): Promise<void> {
      const query = parseQuery(ctx, reportExportQuerySchema);
      if (query === null) return;
      const outcome = await side().exports({ query, seesIp: seesIp(ctx) }, actorOf(ctx));
      if (!outcome.ok) return void refuse(ctx, outcome.code, outcome.reason);
      send(ctx, query, outcome.data, side().onFault);
    },
  };
}

/** Sends an export as it is read: no more of it is read than the client takes, and nothing once they have gone. */
function send(
  ctx: Context,
  query: ReportExportQuery,
  running: RunningExport,
  onFault: (fault: unknown) => void,
): void {
  const file = Readable.from(running.chunks(), { objectMode: false, highWaterMark: READY_BYTES });
  file.once('close', () => void running.finish().catch(onFault));
  ctx.set('Content-Disposition', `attachment; filename="${fileNameOf(query)}"`);
  ctx.set('X-Attendance-Rows', String(running.rows));
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Content-Type', CONTENT_TYPES[query.format]);
  // A client that has gone ends it, as Koa destroys a body whose response is over.
  ctx.body = file;
}

function fileNameOf({ format, from, table, to }: ReportExportQuery): string {
  return `report-${table}-${from}-${to}.${format}`;
}

function seesIp(ctx: Context): boolean {
  const { userAbility } = ctx.state as { userAbility: { can(action: string): boolean } };
  return userAbility.can(SEE_IP);
}
