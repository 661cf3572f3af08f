import type { Knex } from 'knex';
import type { Database } from 'better-sqlite3';

import type { Outcome } from '../application/ports';
import type { Collection } from '../application/tools';
import { execute, rowsIn, withSqlite } from './sqlite-connection';

type Columns = Readonly<Record<string, string | number | null>>;

export interface CollectionTable<Entity, Draft, Row> {
  readonly table: string;
  /** How many there may be. */
  readonly most: number;
  readonly orderBy: string;
  readonly toEntity: (row: Row) => Entity;
  readonly toColumns: (draft: Draft) => Columns;
  /** Columns that a new row has beside those of its draft. */
  readonly initial?: (connection: Database) => Columns;
  /** Whether something still bears it, so that it may not be taken away. */
  readonly isUsed?: (connection: Database, id: number) => boolean;
}

const NOT_FOUND = { ok: false, code: 'not_found' } as const;
const CONFLICT = { ok: false, code: 'conflict' } as const;

/** A list that admins keep, in a table with a `version` and, where it has a name, a unique index over it. */
export function createCollection<
  Entity extends { readonly id: number; readonly version: number },
  Draft,
  Row,
>(knex: Knex, definition: CollectionTable<Entity, Draft, Row>): Collection<Entity, Draft> {
  const { orderBy, table, toColumns, toEntity } = definition;
  const inTransaction = <Result>(work: (connection: Database) => Result): Promise<Result> =>
    withSqlite(knex, (connection) => connection.transaction(() => work(connection)).immediate());
  const find = (connection: Database, id: number): Entity | null => {
    const [row] = rowsIn<Row>(connection, `SELECT * FROM ${table} WHERE id = ?`, id);
    return row === undefined ? null : toEntity(row);
  };
  const found = (connection: Database, id: number): Outcome<Entity> => {
    const entity = find(connection, id);
    return entity === null ? NOT_FOUND : { ok: true, data: entity };
  };

  const create = (connection: Database, draft: Draft): Outcome<Entity> => {
    const [count] = rowsIn<{ total: number }>(connection, `SELECT count(*) AS total FROM ${table}`);
    if ((count?.total ?? 0) >= definition.most) return { ok: false, code: 'too_large' };
    const columns = { version: 0, ...toColumns(draft), ...definition.initial?.(connection) };
    const names = Object.keys(columns);
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
      ON CONFLICT DO NOTHING RETURNING *`;
    const [row] = rowsIn<Row>(connection, sql, ...Object.values(columns));
    return row === undefined ? CONFLICT : { ok: true, data: toEntity(row) };
  };
  const update = (
    connection: Database,
    id: number,
    { version, ...draft }: Draft & { readonly version: number },
  ): Outcome<Entity> => {
    const columns = toColumns(draft as unknown as Draft);
    const assignments = Object.keys(columns).map((name) => `${name} = ?`);
    const sql = `UPDATE OR IGNORE ${table} SET ${assignments.join(', ')}, version = version + 1
      WHERE id = ? AND version = ?`;
    const changed = execute(connection, sql, ...Object.values(columns), id, version);
    const outcome = found(connection, id);
    return outcome.ok && changed === 0 ? CONFLICT : outcome;
  };
  const remove = (connection: Database, id: number): Outcome<Entity> => {
    const outcome = found(connection, id);
    if (!outcome.ok) return outcome;
    if (definition.isUsed?.(connection, id) === true) return CONFLICT;
    execute(connection, `DELETE FROM ${table} WHERE id = ?`, id);
    return outcome;
  };

  return {
    all: () =>
      withSqlite(knex, (connection) =>
        rowsIn<Row>(connection, `SELECT * FROM ${table} ORDER BY ${orderBy}, id`).map(toEntity),
      ),
    find: (id) => withSqlite(knex, (connection) => find(connection, id)),
    create: (draft) => inTransaction((connection) => create(connection, draft)),
    update: (id, draft) => inTransaction((connection) => update(connection, id, draft)),
    remove: (id) => inTransaction((connection) => remove(connection, id)),
  };
}
