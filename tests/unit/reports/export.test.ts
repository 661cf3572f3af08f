import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { rowCounter } from '../../../admin/src/reports/export/count-rows';
import { exportName, exportPath, SEPARATORS } from '../../../admin/src/reports/export/export-query';
import { runExport, type ExportProgress } from '../../../admin/src/reports/export/run-export';
import type { FileSink } from '../../../admin/src/reports/export/save-stream';
import { reportExportQuerySchema } from '../../../plugins/attendance/protocol/reports/report-filter';
import { LOCALES } from '../../../plugins/attendance/protocol/shared/choices';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('what is asked of an export', () => {
  const address = {
    period: 'today',
    filters: { channel: 'voice' },
    conditions: { outcome: 'abandoned' },
  } as const;

  it.each(LOCALES.map((locale) => [locale, SEPARATORS[locale]] as const))(
    '[Z168] in %s a CSV is separated by "%s"',
    (locale, separator) => {
      const path = exportPath(
        address,
        { table: 'interactions', format: 'csv' },
        { locale, today: '2026-11-30' },
      );
      const query = reportExportQuerySchema.parse(Object.fromEntries(new URL(path, 'http://x').searchParams));
      expect(query).toMatchObject({
        table: 'interactions',
        format: 'csv',
        separator,
        locale,
        from: '2026-11-30',
        to: '2026-11-30',
        channel: 'voice',
        outcome: 'abandoned',
      });
    },
  );

  it('[Z168] other tables are of the filters alone, and JSON lines have no separator', () => {
    const path = exportPath(
      address,
      { table: 'agents', format: 'jsonl' },
      { locale: 'es', today: '2026-11-30' },
    );
    expect(path).toBe(
      '/attendance/reports/export?from=2026-11-30&to=2026-11-30&channel=voice&table=agents&format=jsonl&locale=es',
    );
  });

  it('[Z168] the file is called by what it holds, and of which days', () => {
    expect(exportName('interacoes', { from: '2026-11-01', to: '2026-11-30' }, 'csv')).toBe(
      'interacoes-2026-11-01-2026-11-30.csv',
    );
    expect(exportName('agents', { from: '2026-11-01', to: '2026-11-01' }, 'jsonl')).toBe(
      'agents-2026-11-01.jsonl',
    );
  });
});

describe('rows counted as they arrive', () => {
  const value = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r\n', 'ç', '🙂'), maxLength: 8 });

  it('[Z168] of a CSV, wherever its bytes are cut, line breaks within quotes aside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, size) => {
          const line = (values: readonly string[]): string =>
            `${values.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')}\r\n`;
          const bytes = bytesOf(`\uFEFF${[['A', 'B'], ...rows].map(line).join('')}`);
          const count = rowCounter('csv');
          let counted = 0;
          for (let at = 0; at < bytes.length; at += size) counted = count(bytes.subarray(at, at + size));
          expect(counted).toBe(rows.length);
        },
      ),
    );
  });

  it('[Z168] of JSON lines, whose quotes say nothing', () => {
    const count = rowCounter('jsonl');
    expect(count(bytesOf('{"a":"x'))).toBe(0);
    expect(count(bytesOf('"}\n{"a":"\\""}\n'))).toBe(2);
  });
});

describe('an export on its way', () => {
  function sink() {
    const written: string[] = [];
    const close = vi.fn(() => Promise.resolve());
    const abort = vi.fn(() => Promise.resolve());
    const file: FileSink = {
      write: (bytes) => {
        written.push(new TextDecoder().decode(bytes));
        return Promise.resolve();
      },
      close,
      abort,
    };
    return { file, written, close, abort };
  }

  const run = async (response: Response | Error, control = new AbortController()) => {
    const place = sink();
    const progress: ExportProgress[] = [];
    const outcome = await runExport(
      () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)),
      {
        format: 'csv',
        sink: place.file,
        signal: control.signal,
        onProgress: (step) => progress.push(step),
      },
    );
    return { ...place, outcome, progress };
  };

  const responseOf = (text: string, rows: number | null, status = 200): Response =>
    new Response(text, { status, headers: rows === null ? {} : { 'X-Attendance-Rows': String(rows) } });

  it('[Z168] is written as it comes, with the rows of how many', async () => {
    const { abort, close, outcome, progress, written } = await run(responseOf('A\r\n1\r\n2\r\n', 2));
    expect(outcome).toBe('done');
    expect(written.join('')).toBe('A\r\n1\r\n2\r\n');
    expect(progress.at(-1)).toEqual({ rows: 2, total: 2 });
    expect(close).toHaveBeenCalledOnce();
    expect(abort).not.toHaveBeenCalled();
  });

  it('[Z168] leaves no file where fewer rows came than were announced', async () => {
    const { abort, close, outcome } = await run(responseOf('A\r\n1\r\n', 2));
    expect(outcome).toBe('failed');
    expect(close).not.toHaveBeenCalled();
    expect(abort).toHaveBeenCalledOnce();
  });

  it.each([
    [403, 'forbidden'],
    [401, 'forbidden'],
    [429, 'busy'],
    [500, 'failed'],
  ])('[Z168] leaves no file of a response %s', async (status, expected) => {
    const { abort, close, outcome } = await run(responseOf('{}', null, status));
    expect([outcome, close.mock.calls.length, abort.mock.calls.length]).toEqual([expected, 0, 1]);
  });

  it('[Z168] leaves no file when it is stopped, or the network goes', async () => {
    const control = new AbortController();
    control.abort();
    const stopped = await run(new DOMException('', 'AbortError'), control);
    expect([stopped.outcome, stopped.abort.mock.calls.length]).toEqual(['cancelled', 1]);
    const gone = await run(new TypeError('network'));
    expect([gone.outcome, gone.abort.mock.calls.length]).toEqual(['failed', 1]);
  });
});
