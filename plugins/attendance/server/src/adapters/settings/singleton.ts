import type { Outcome } from '../../application/outcome';
import { changeSettings, type SettingsRow, type Versioned } from '../../application/settings/versioned';
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
export function createSingleton<Settings extends Versioned, Update extends Versioned, Row>(
  database: SqlDatabase,
  { first, table, toColumns, toSettings, withoutRow }: SingletonTable<Settings, Update, Row>,
): Singleton<Settings, Update> {
  const { rows, transact } = database;
  const SELECT = `SELECT * FROM ${table} s`;
  const rowIn = (sql: Sql): SettingsRow<Settings, Update> => ({
    *lock() {
      const row = yield* sql.lock<Row & object>('s', `${SELECT} LIMIT 1`);
      return row === undefined ? null : toSettings(row);
    },
    *write(update, version) {
      yield* write(sql, { ...toColumns(update), version });
    },
  });
  function* write(sql: Sql, columns: Columns, version?: number): Steps<void> {
    const assignments = Object.keys(columns).map((name) => `${name} = ?`);
    const text = `UPDATE ${table} SET ${assignments.join(', ')}`;
    const parameters = Object.values(columns);
    if (version === undefined) yield* sql.run(text, ...parameters);
    else yield* sql.run(`${text} WHERE version = ?`, ...parameters, version);
  }
  return {
    get: async () => {
      const [row] = await rows<Row & object>(`${SELECT} LIMIT 1`);
      if (row !== undefined) return toSettings(row);
      if (withoutRow === undefined) throw new Error(`${table} has no row`);
      return withoutRow;
    },
    update: (update) => transact((sql) => changeSettings(rowIn(sql), update)),
    ensure: () =>
      transact(function* (sql): Steps<void> {
        if ((yield* sql.rows(`${SELECT} LIMIT 1`)).length === 0)
          yield* sql.insert(table, { version: 0, ...first });
      }),
    set: (columns, version) => transact((sql) => write(sql, columns, version)),
  };
}
