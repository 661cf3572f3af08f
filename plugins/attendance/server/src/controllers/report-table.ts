import { pipeline } from 'node:stream/promises';
import type { Context } from 'koa';

import {
  reportExportQuerySchema,
  reportInteractionsQuerySchema,
  type ReportExportQuery,
} from '../../../protocol/reports/report-filter';
import { interactionIdSchema } from '../../../protocol/schemas/ids';
import type { ReportExports, RunningExport } from '../application/reports/report-export';
import type { ReportOne, ReportTable } from '../application/reports/report-table';
import { actorOf } from './actor';
import { answer, parseId, parseQuery } from './parse-body';
import { refuse } from './refuse';

export interface ReportTableSide {
  readonly table: ReportTable;
  readonly one: ReportOne;
  readonly exports: ReportExports;
}

const SEE_IP = 'plugin::attendance.see-ip';

/** A client that takes nothing for so long has gone, whatever its connection says: it would keep its export's place from others for ever. */
const STALLED_MS = 60_000;

const CONTENT_TYPES: Readonly<Record<ReportExportQuery['format'], string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** The table of interactions and the exports of reports [D2]. A client that takes nothing for `stalledMs` is cut off. */
export function createReportTableController(side: () => ReportTableSide, stalledMs = STALLED_MS) {
  return {
    async interactions(ctx: Context): Promise<void> {
      const query = parseQuery(ctx, reportInteractionsQuerySchema);
      if (query === null) return;
      answer(ctx, await side().table(query, seesIp(ctx)), (page) => page);
    },
    async interaction(ctx: Context): Promise<void> {
      const id = parseId(ctx, interactionIdSchema);
      if (id !== null) answer(ctx, await side().one({ id, seesIp: seesIp(ctx) }), (row) => row);
    },
    async export(ctx: Context): Promise<void> {
      const query = parseQuery(ctx, reportExportQuerySchema);
      if (query === null) return;
      const outcome = await side().exports({ query, seesIp: seesIp(ctx) }, actorOf(ctx));
      if (!outcome.ok) return void refuse(ctx, outcome.code, outcome.reason);
      ctx.res.setTimeout(stalledMs, () => ctx.res.destroy());
      await send(ctx, query, outcome.data);
    },
  };
}

/**
 * Sends an export as it is read: no more of it is read than the client takes, and nothing once they have gone. Not as a body of Koa's, which leaves
 * a client waiting for the rest of a file whose reading failed.
 */
async function send(ctx: Context, query: ReportExportQuery, running: RunningExport): Promise<void> {
  ctx.set('Content-Disposition', `attachment; filename="${fileNameOf(query)}"`);
  ctx.set('X-Attendance-Rows', String(running.rows));
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Content-Type', CONTENT_TYPES[query.format]);
  ctx.status = 200;
  ctx.respond = false;
  try {
    await pipeline(running.chunks(), ctx.res);
  } catch {
    // Either they went, which Koa logs, or the reading failed, which was told; the connection is closed by now.
  } finally {
    await running.finish();
  }
}

function fileNameOf({ format, from, table, to }: ReportExportQuery): string {
  return `report-${table}-${from}-${to}.${format}`;
}

function seesIp(ctx: Context): boolean {
  const { userAbility } = ctx.state as { userAbility: { can(action: string): boolean } };
  return userAbility.can(SEE_IP);
}
