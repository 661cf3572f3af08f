import type { ReadWorker } from '../../adapters/reading/read-worker';
import type { AuditLog } from '../../application/audit/audit';
import type { Outcome } from '../../application/outcome';
import { createInteractionSource, type ExportReader } from '../../application/reports/interaction-source';
import {
  createReportExports,
  type ExportOrder,
  type ExportPorts,
  type ExportSource,
  type ExportSources,
} from '../../application/reports/report-export';
import { createReportOne, createReportTable, type CutNow } from '../../application/reports/report-table';
import type { ReportTableSide } from '../../controllers/report-table';
import type { ReportFilter } from '../../../../protocol/reports/report-filter';
import { figureColumns, type FigureRows, type FigureTable } from '../../presenters/reports/figure-columns';
import { writeCsv } from '../../presenters/reports/write-csv';
import { writeJsonLines } from '../../presenters/reports/write-json-lines';
import type { Host } from '../host';
import { openReadWorker } from './reading';

/** The tables of figures that are exported, as their reports show them. */
export type ReportTables = {
  readonly [Table in FigureTable]: (filter: ReportFilter) => Promise<Outcome<readonly FigureRows[Table][]>>;
};

export interface ReportTableParts {
  readonly audit: AuditLog;
  /** The thread that reads reports: a page of the table is read there. */
  readonly reading: Pick<ReadWorker, 'read'>;
  readonly cutNow: CutNow;
  readonly tables: ReportTables;
}

/** Opens the table of interactions and the exports; these are read by a thread of their own, that is there while one runs. */
export function openReportTable(
  { log, strapi }: Host,
  { audit, cutNow, reading, tables }: ReportTableParts,
): ReportTableSide & { stop(): Promise<void> } {
  const exporting = openReadWorker(strapi);
  const onFault: ExportPorts['onFault'] = (what, fault) =>
    log.error('attendance: an export was broken off, or given and not noted', { what, fault: String(fault) });
  const onIdle = (): void =>
    void exporting.stop().catch((fault: unknown) => {
      log.error('attendance: the thread of the exports did not end', { fault: String(fault) });
    });
  const reader: ExportReader = {
    head: (selection) => exporting.read('reports:export-head', selection),
    questions: (order) => exporting.read('reports:export-questions', order),
    page: (order) => exporting.read('reports:export-page', order),
  };
  const sources: ExportSources = {
    interactions: createInteractionSource({ cutNow, reader }),
    days: figureSource('days', tables),
    agents: figureSource('agents', tables),
    departments: figureSource('departments', tables),
    sites: figureSource('sites', tables),
  };
  return {
    table: createReportTable({ cutNow, read: (order) => reading.read('reports:interactions', order) }),
    one: createReportOne((query) => reading.read('reports:interaction', query)),
    exports: createReportExports({ sources, audit, onFault, onIdle }),
    stop: exporting.stop,
  };
}

/** Returns the export of a table of figures: as many rows as there are agents or days, in one piece. */
function figureSource<Table extends FigureTable>(table: Table, tables: Pick<ReportTables, Table>) {
  return async ({ query }: ExportOrder): Promise<Outcome<ExportSource>> => {
    const found = await tables[table](query);
    if (!found.ok) return found;
    const rows: readonly FigureRows[Table][] = found.data;
    const { format, locale, separator } = query;
    const text =
      format === 'jsonl'
        ? writeJsonLines(rows)
        : writeCsv(rows, figureColumns(table, locale), { separator, isFirst: true });
    return { ok: true, data: { rows: rows.length, pieces: () => onePiece(text, rows.length) } };
  };
}

// oxlint-disable-next-line typescript/require-await -- a source is read as one that waits
async function* onePiece(text: string, rows: number) {
  yield { text, rows };
}
