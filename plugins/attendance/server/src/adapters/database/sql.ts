import type { Transactions } from '../../application/transactions';
import type { Steps } from '../../application/steps';

export type Parameter = string | number | boolean | null;
export type Columns = Readonly<Record<string, Parameter>>;

/** The SQL of one transaction. One text serves every database; what differs among them is in the drivers. */
export interface Sql {
  /** Returns the rows of a query. */
  rows<Row>(text: string, ...parameters: Parameter[]): Steps<Row[]>;
  /**
   * Returns the first row of a query on which a write depends: that of the table with this alias stays as it is until the
   * transaction ends. The text ends with its conditions, or with its order and limit.
   */
  lock<Row>(alias: string, text: string, ...parameters: Parameter[]): Steps<Row | undefined>;
  /** Like `lock`, for all rows of the query. */
  lockAll<Row>(alias: string, text: string, ...parameters: Parameter[]): Steps<Row[]>;
  /** Runs a statement and returns how many rows it changed. */
  run(text: string, ...parameters: Parameter[]): Steps<number>;
  /** Inserts a row and returns its id. */
  insert(table: string, row: Columns): Steps<number>;
  update(table: string, id: number, columns: Columns): Steps<void>;
}

/** SQL outside of any transaction: what is committed when a query begins. */
export interface SqlReader {
  /** Resolves with the rows of a query. */
  rows<Row>(text: string, ...parameters: Parameter[]): Promise<Row[]>;
  /** Resolves with what `take` makes of the rows; it may stop before the last, and a driver need not read the rest. */
  take<Row, Taken>(
    text: string,
    parameters: readonly Parameter[],
    take: (rows: Iterable<Row>) => Taken,
  ): Promise<Taken>;
}

/** SQL within and outside of transactions: for stores whose rows no script of the application needs. */
export type SqlDatabase = SqlReader & Transactions<Sql>;

/** The text that inserts a row with these columns. */
export function insertText(table: string, row: Columns): string {
  const names = Object.keys(row);
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

/** The text that updates these columns of a row; its id is the last parameter. */
export function updateText(table: string, columns: Columns): string {
  const assignments = Object.keys(columns).map((name) => `${name} = ?`);
  return `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`;
}
