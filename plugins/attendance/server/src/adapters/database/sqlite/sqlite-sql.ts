import type { Database } from 'better-sqlite3';

import { bind, statementsOf } from './sqlite-connection';
import { insertText, updateText, type Parameter, type Sql } from '../sql';

/* oxlint-disable require-yield -- prepared statements return at once: nothing is waited for */

/** SQL on a lent connection, by statements that are kept as long as it. One writer is alone there: nothing needs a lock. */
export function createSqliteSql(connection: Database): Sql {
  const statementOf = statementsOf(connection);
  return {
    *rows<Row>(text: string, ...parameters: Parameter[]) {
      return statementOf(text).all(...bind(parameters)) as Row[];
    },
    *lock<Row>(_: string, text: string, ...parameters: Parameter[]) {
      return statementOf(text).get(...bind(parameters)) as Row | undefined;
    },
    *lockAll<Row>(_: string, text: string, ...parameters: Parameter[]) {
      return statementOf(text).all(...bind(parameters)) as Row[];
    },
    *run(text, ...parameters) {
      return statementOf(text).run(...bind(parameters)).changes;
    },
    *insert(table, row) {
      return Number(statementOf(insertText(table, row)).run(...bind(Object.values(row))).lastInsertRowid);
    },
    *update(table, id, columns) {
      statementOf(updateText(table, columns)).run(...bind(Object.values(columns)), id);
    },
  };
}
