import pg, { type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

import {
  insertText,
  updateText,
  type Parameter,
  type Sql,
} from '../../../plugins/attendance/server/src/adapters/database/sql';
import type { Steps } from '../../../plugins/attendance/server/src/application/steps';

const { builtins, getTypeParser } = pg.types;

const PARSERS = new Map<number, (value: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.JSONB, String],
]);

/**
 * Parsers of columns: times and counts as numbers, for no integer here needs more than 53 bits, and json as its text, as
 * Strapi's own dialect leaves it.
 */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? (getTypeParser(oid, format) as (value: string) => unknown),
};

interface Prepared {
  readonly name: string;
  readonly text: string;
}

const prepared = new Map<string, Prepared>();

/**
 * Returns a statement as PostgreSQL has it, with numbered parameters, under a name by which each connection prepares it
 * once.
 */
function prepare(text: string): Prepared {
  const known = prepared.get(text);
  if (known !== undefined) return known;
  let place = 0;
  const numbered = text.replaceAll('?', () => {
    place += 1;
    return `$${place}`;
  });
  const statement = { name: `atende_${prepared.size}`, text: numbered };
  prepared.set(text, statement);
  return statement;
}

export function toQuery(text: string, parameters: readonly Parameter[]): QueryConfig {
  return { ...prepare(text), values: [...parameters] };
}

/** Returns SQL in a transaction of this connection. Each step waits for the server. */
export function createPostgresSql(client: PoolClient): Sql {
  function* ask<Row extends QueryResultRow>(
    text: string,
    parameters: readonly Parameter[],
  ): Steps<QueryResult<Row>> {
    return (yield client.query<Row>(toQuery(text, parameters))) as QueryResult<Row>;
  }

  /**
   * Locks rows, and reads them once more: a wait for the lock ends with the new row of that table alone, while what is
   * joined to it, or counted for it, is of before the wait. What is found only then is locked as well.
   */
  function* lockAll<Row>(alias: string, text: string, ...parameters: Parameter[]): Steps<Row[]> {
    const locking = `${text} FOR UPDATE OF ${alias}`;
    yield* ask(locking, parameters);
    return (yield* ask(locking, parameters)).rows as Row[];
  }

  return {
    *rows<Row>(text: string, ...parameters: Parameter[]) {
      return (yield* ask(text, parameters)).rows as Row[];
    },
    *lock<Row>(alias: string, text: string, ...parameters: Parameter[]) {
      return (yield* lockAll<Row>(alias, text, ...parameters))[0];
    },
    lockAll,
    *run(text, ...parameters) {
      return (yield* ask(text, parameters)).rowCount ?? 0;
    },
    *insert(table, row) {
      const text = `${insertText(table, row)} RETURNING id`;
      const [inserted] = (yield* ask<{ id: number }>(text, Object.values(row))).rows;
      if (inserted === undefined) throw new Error(`nothing was inserted into ${table}`);
      return inserted.id;
    },
    *update(table, id, columns) {
      yield* ask(updateText(table, columns), [...Object.values(columns), id]);
    },
  };
}
