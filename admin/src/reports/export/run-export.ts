import type { ReportExportQuery } from '../../../../plugins/attendance/protocol/reports/report-filter';
import { rowCounter } from './count-rows';
import type { FileSink } from './save-stream';

/** How far an export is, in rows; the total is null where the server did not say. */
export interface ExportProgress {
  readonly rows: number;
  readonly total: number | null;
}

export type ExportOutcome = 'done' | 'cancelled' | 'forbidden' | 'busy' | 'failed';

interface RunOptions {
  readonly format: ReportExportQuery['format'];
  readonly sink: FileSink;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

const ROWS_HEADER = 'x-attendance-rows';
/** Refusals that say what to do; every other one is a failure. */
const REFUSALS: Readonly<Record<number, ExportOutcome>> = { 401: 'forbidden', 403: 'forbidden', 429: 'busy' };

/**
 * Writes an export to its file as it arrives. One that ends early, or with fewer rows than the server has announced, is
 * given up: half a file would pass for a whole one.
 */
export async function runExport(
  fetchExport: (signal: AbortSignal) => Promise<Response>,
  { format, onProgress, signal, sink }: RunOptions,
): Promise<ExportOutcome> {
  try {
    const response = await fetchExport(signal);
    if (!response.ok || response.body === null) {
      await sink.abort();
      return REFUSALS[response.status] ?? 'failed';
    }
    const total = totalOf(response);
    const count = rowCounter(format);
    const reader = response.body.getReader();
    let rows = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      await sink.write(read.value);
      rows = count(read.value);
      onProgress({ rows, total });
    }
    if (total !== null && rows < total) {
      await sink.abort();
      return 'failed';
    }
    await sink.close();
    return 'done';
  } catch {
    await sink.abort().catch(() => undefined);
    return signal.aborted ? 'cancelled' : 'failed';
  }
}

function totalOf({ headers }: Response): number | null {
  const total = Number(headers.get(ROWS_HEADER) ?? Number.NaN);
  return Number.isFinite(total) ? total : null;
}
