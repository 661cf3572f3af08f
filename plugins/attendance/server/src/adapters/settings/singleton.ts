import type { Outcome } from '../../application/outcome';
import type { Steps } from '../../application/steps';
import type { Columns, Sql, SqlDatabase } from '../database/sql';

export interface SingletonTable<Settings, Update, Row> {
  readonly table: string;
  readonly toSettings: (row: Row) => Settings;
  readonly toColumns: (update: Update) => Columns;
  /** Columns of the row that a new installation begins with. */
  readonly first: Columns;
  /** Settings to return where the row was deleted behind the service's back; without them that is a fault. */
  readonly withoutRow?: Settings;
}

/** Settings of which there is one row. */
export interface Singleton<Settings, Update> {
  get(): Promise<Settings>;
  /** Updates the settings. Refused with `conflict` when somebody else changed them since `version` was read. */
  update(update: Update): Promise<Outcome<Settings>>;
  /** Makes the row where there is none. */
  ensure(): Promise<void>;
  /** Writes columns beside those that admins change; only into the row of this version, where one is given. */
  set(columns: Columns, version?: number): Promise<void>;
}

/** Settings in a table of one row with a `version`, which grows with each change. */
export function createSingleton<Settings, Update extends { readonly version: number }, Row>(
  database: SqlDatabase,
  { first, table, toColumns, toSettings, withoutRow }: SingletonTable<Settings, Update, Row>,
): Singleton<Settings, Update> {
  const { rows, transact } = database;
  const SELECT = `SELECT * FROM ${table} LIMIT 1`;
  const settingsOf = ([row]: readonly (Row & object)[]): Settings => {
    if (row !== undefined) return toSettings(row);
    if (withoutRow === undefined) throw new Error(`${table} has no row`);
    return withoutRow;
  };
  function* write(sql: Sql, columns: Columns, version?: number): Steps<boolean> {
    const assignments = Object.keys(columns).map((name) => `${name} = ?`);
    const text = `UPDATE ${table} SET ${assignments.join(', ')}`;
    const parameters = Object.values(columns);
    const changes =
      version === undefined
        ? yield* sql.run(text, ...parameters)
        : yield* sql.run(`${text} WHERE version = ?`, ...parameters, version);
    return changes > 0;
  }
  return {
    get: async () => settingsOf(await rows<Row & object>(SELECT)),
    update: (update) =>
      transact(function* (sql): Steps<Outcome<Settings>> {
        const { version } = update;
        const columns = { ...toColumns(update), version: version + 1 };
        if (!(yield* write(sql, columns, version))) return { ok: false, code: 'conflict' };
        return { ok: true, data: settingsOf(yield* sql.rows<Row & object>(SELECT)) };
      }),
    ensure: () =>
      transact(function* (sql): Steps<void> {
        if ((yield* sql.rows(SELECT)).length === 0) yield* sql.insert(table, { version: 0, ...first });
      }),
    set: async (columns, version) => {
      await transact((sql) => write(sql, columns, version));
    },
  };
}
