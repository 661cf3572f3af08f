import type { ReportExportQuery } from '../../../../plugins/attendance/protocol/reports/report-filter';

type Format = ReportExportQuery['format'];

const NEW_LINE = 0x0a;
const QUOTE = 0x22;

/**
 * Returns a counter of an export's rows, fed with its bytes as they arrive. A line break within quotes of a CSV is
 * part of a value, and the first line names the columns.
 */
export function rowCounter(format: Format): (bytes: Uint8Array) => number {
  let lines = 0;
  let isQuoted = false;
  return (bytes) => {
    for (const byte of bytes)
      if (byte === QUOTE) isQuoted = format === 'csv' && !isQuoted;
      else if (byte === NEW_LINE && !isQuoted) lines += 1;
    return format === 'csv' ? Math.max(0, lines - 1) : lines;
  };
}
