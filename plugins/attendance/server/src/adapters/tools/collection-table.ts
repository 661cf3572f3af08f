import type { CollectionRows } from '../../application/tools/collection-rows';
import type { Steps } from '../../application/steps';
import type { CollectionReader } from '../../application/tools/tools';
import type { Columns, Sql, SqlReader } from '../database/sql';

/** A table with a `version` and, where its entries have a name, a unique index over that. */
export interface CollectionTable<Entity, Draft, Row> {
  readonly table: string;
  /** The column with the unique index. */
  readonly name?: string;
  readonly orderBy: string;
  readonly toEntity: (row: Row) => Entity;
  readonly toColumns: (draft: Draft) => Columns;
  /** Columns that a new row has beside those of its draft. */
  readonly initial?: (sql: Sql) => Steps<Columns>;
  /** Returns whether an entry is in use, and so must not be deleted. */
  readonly isUsed?: (sql: Sql, id: number) => Steps<boolean>;
}

/** The rows of a list within a transaction. */
export function collectionTable<Entity, Draft, Row>(
  sql: Sql,
  definition: CollectionTable<Entity, Draft, Row>,
): CollectionRows<Entity, Draft> {
  const { initial, isUsed, name, table, toColumns, toEntity } = definition;
  const COUNT = `SELECT count(*) AS total FROM ${table}`;
  const BY_ID = `SELECT c.* FROM ${table} c WHERE c.id = ?`;
  const DELETE = `DELETE FROM ${table} WHERE id = ?`;
  return {
    *count() {
      const [row] = yield* sql.rows<{ total: number | string }>(COUNT);
      return Number(row?.total ?? 0);
    },
    *lock(id) {
      const row = yield* sql.lock<Row & object>('c', BY_ID, id);
      return row === undefined ? null : toEntity(row);
    },
    *insert(draft) {
      const more = initial === undefined ? {} : yield* initial(sql);
      const columns = { version: 0, ...toColumns(draft), ...more };
      const names = Object.keys(columns);
      const text = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
        ON CONFLICT DO NOTHING RETURNING *`;
      const [row] = yield* sql.rows<Row & object>(text, ...Object.values(columns));
      return row === undefined ? null : toEntity(row);
    },
    *update(id, version, draft) {
      const columns = toColumns(draft);
      const assignments = Object.keys(columns).map((column) => `${column} = ?`);
      const text = `UPDATE ${table} SET ${assignments.join(', ')}, version = version + 1 WHERE id = ? AND version = ?`;
      const parameters = [...Object.values(columns), id, version];
      if (name === undefined) return (yield* sql.run(text, ...parameters)) > 0;
      const free = ` AND NOT EXISTS (SELECT 1 FROM ${table} other WHERE other.${name} = ? AND other.id <> ?)`;
      return (yield* sql.run(text + free, ...parameters, columns[name] ?? null, id)) > 0;
    },
    *isUsed(id) {
      return isUsed === undefined ? false : yield* isUsed(sql, id);
    },
    *delete(id) {
      yield* sql.run(DELETE, id);
    },
  };
}

/** Reads a list outside a transaction. */
export function createCollectionReader<Entity, Draft, Row>(
  reader: SqlReader,
  { orderBy, table, toEntity }: CollectionTable<Entity, Draft, Row>,
): CollectionReader<Entity> {
  const ALL = `SELECT * FROM ${table} ORDER BY ${orderBy}, id`;
  const BY_ID = `SELECT * FROM ${table} WHERE id = ?`;
  return {
    all: async () => (await reader.rows<Row>(ALL)).map(toEntity),
    find: async (id) => {
      const [row] = await reader.rows<Row & object>(BY_ID, id);
      return row === undefined ? null : toEntity(row);
    },
  };
}
