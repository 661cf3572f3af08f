import type { Database, Statement } from 'better-sqlite3';

import { insertText, updateText, type Parameter, type Sql } from '../sql';

/* oxlint-disable require-yield -- prepared statements return at once: nothing is waited for */

/** SQL on a lent connection, by statements that are kept as long as it. One writer is alone there: nothing needs a lock. */
export function createSqliteSql(connection: Database): Sql {
  const statements = new Map<string, Statement<Parameter[]>>();
  const statementOf = (text: string): Statement<Parameter[]> => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = connection.prepare<Parameter[]>(text);
    statements.set(text, statement);
    return statement;
  };
  return {
    *rows<Row>(text: string, ...parameters: Parameter[]) {
      return statementOf(text).all(...parameters) as Row[];
    },
    *lock<Row>(_: string, text: string, ...parameters: Parameter[]) {
      return statementOf(text).get(...parameters) as Row | undefined;
    },
    *lockAll<Row>(_: string, text: string, ...parameters: Parameter[]) {
      return statementOf(text).all(...parameters) as Row[];
    },
    *run(text, ...parameters) {
      return statementOf(text).run(...parameters).changes;
    },
    *insert(table, row) {
      return Number(statementOf(insertText(table, row)).run(...Object.values(row)).lastInsertRowid);
    },
    *update(table, id, columns) {
      statementOf(updateText(table, columns)).run(...Object.values(columns), id);
    },
  };
}
