import { stringify } from 'csv-stringify/sync';

/** Value of a cell; null is empty. */
export type Cell = string | number | null;

/** One column of a table that is written. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => Cell;
}

export interface CsvForm {
  readonly separator: ',' | ';';
  /** Whether this text is the beginning of the file, which has the byte order mark and the titles. */
  readonly isFirst: boolean;
}

const NEW_LINE = '\r\n';
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes rows as RFC 4180 has them. A text that a spreadsheet would take for a formula is made one that it shows [Z161]: an apostrophe comes before
 * what begins with = + - @, their wide forms, a tab or the end of a line. Numbers stay numbers.
 */
export function writeCsv<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { isFirst, separator }: CsvForm,
): string {
  const records = rows.map((row) => columns.map(({ value }) => value(row)));
  const titles = isFirst ? [uniqueTitles(columns.map(({ title }) => title))] : [];
  const text = stringify([...titles, ...records], {
    delimiter: separator,
    record_delimiter: NEW_LINE,
    escape_formulas: true,
    cast: {
      // The library leaves out the end of a line, which spreadsheets skip before they look.
      string: (value) => (value.startsWith('\n') ? `'${value}` : value),
      // Where a semicolon separates, a comma is the decimal sign.
      number: (value) => (separator === ';' ? String(value).replace('.', ',') : String(value)),
    },
  });
  return isFirst ? `${BYTE_ORDER_MARK}${text}` : text;
}

/** Titles of which each is another: what reads a file by its titles would lose a column. */
export function uniqueTitles(titles: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return titles.map((title) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? title : `${title} (${count})`;
  });
}
