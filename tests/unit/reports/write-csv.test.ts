import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LOCALES } from '../../../plugins/attendance/protocol/shared/choices';
import { figureColumns } from '../../../plugins/attendance/server/src/presenters/reports/figure-columns';
import { interactionColumns } from '../../../plugins/attendance/server/src/presenters/reports/interaction-columns';
import { uniqueTitles, writeCsv } from '../../../plugins/attendance/server/src/presenters/reports/write-csv';
import { writeJsonLines } from '../../../plugins/attendance/server/src/presenters/reports/write-json-lines';
import { zonedTime } from '../../../plugins/attendance/server/src/presenters/reports/zoned-time';

const RUNS = Number(process.env['RUNS'] ?? 10_000);
const SEPARATORS = [',', ';'] as const;
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const columnsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: `t${index}`,
    value: (row: readonly (string | number | null)[]) => row[index] ?? null,
  }));

/** Signs that break a file, or run in a spreadsheet, are as likely as others. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", 'a', '👩‍👩‍👧', '＝', ' '),
  }),
  fc.string({ unit: 'grapheme' }),
);

describe('a CSV', () => {
  it('[Z161] is read back as it was, whatever the texts, and none of them is a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...SEPARATORS),
        (rows, separator) => {
          const text = writeCsv(rows, columnsOf(3), { separator, isFirst: true });
          const [titles, ...records] = parse(text, { bom: true, delimiter: separator });
          expect(titles).toEqual(['t0', 't1', 't2']);
          expect(records).toEqual(
            rows.map((row) => row.map((value) => (FORMULA.test(value) ? `'${value}` : value))),
          );
          expect(records.flat().filter((value) => FORMULA.test(value))).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('[Z161] has its mark and titles once, and lines that end as RFC 4180 says', () => {
    const form = { separator: ',', isFirst: true } as const;
    const rows = [
      ['a', 1],
      ['b "x"', null],
    ];
    expect(writeCsv(rows, columnsOf(2), form)).toBe('\uFEFFt0,t1\r\na,1\r\n"b ""x""",\r\n');
    expect(writeCsv(rows, columnsOf(2), { ...form, isFirst: false })).toBe('a,1\r\n"b ""x""",\r\n');
    expect(writeCsv([], columnsOf(2), { ...form, isFirst: false })).toBe('');
  });

  it('[Z161] keeps numbers numbers, with the decimal sign of who separates by semicolons', () => {
    const rows = [[-5, 4.25]];
    const written = SEPARATORS.map((separator) =>
      writeCsv(rows, columnsOf(2), { separator, isFirst: false }),
    );
    expect(written).toEqual(['-5,4.25\r\n', '-5;4,25\r\n']);
  });

  it('[Z162] has no two columns of one title', () => {
    expect(uniqueTitles(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a (2)', 'a (3)']);
  });

  it('[Z161] has a title of its own for each value, in every language', () => {
    for (const table of ['days', 'agents', 'departments', 'sites'] as const) {
      const titles = LOCALES.map((locale) => figureColumns(table, locale).map(({ title }) => title));
      for (const own of titles) expect(uniqueTitles(own)).toEqual(own);
      expect(new Set(titles.map(({ length }) => length)).size).toBe(1);
    }
    for (const locale of LOCALES) {
      const form = { locale, timeZone: 'UTC', offsets: [], seesIp: true, fields: [], questions: [] };
      const titles = interactionColumns(form).map(({ title }) => title);
      expect(uniqueTitles(titles)).toEqual(titles);
      expect(interactionColumns({ ...form, seesIp: false })).toHaveLength(titles.length - 1);
    }
  });

  it('[D4] [Z161] has times of the zone, across a change of its clock', () => {
    const at = Date.UTC(2018, 10, 4, 3);
    const offsets = [
      { since: at - 86_400_000, offsetMs: -10_800_000 },
      { since: at, offsetMs: -7_200_000 },
    ];
    expect(zonedTime(at - 1_000, offsets)).toBe('2018-11-03 23:59:59');
    expect(zonedTime(at, offsets)).toBe('2018-11-04 01:00:00');
    expect(zonedTime(at - 2 * 86_400_000, offsets)).toBe('2018-11-02 00:00:00');
  });

  it('[Z161] as JSON lines has one line for each row, whatever is in it', () => {
    const rows = [{ text: 'one\r\ntwo\u2028three' }, { text: '=1+1' }];
    const lines = writeJsonLines(rows).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(rows);
  });
});
