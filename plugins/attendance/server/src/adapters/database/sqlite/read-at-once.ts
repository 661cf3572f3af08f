/* oxlint-disable require-yield -- a prepared statement returns at once: nothing is waited for */
import type { Database } from 'better-sqlite3';

import type { Steps } from '../../../application/steps';
import type { Parameter, Sql } from '../sql';
import { bind } from './sqlite-connection';

/**
 * Runs a reading in one transaction of this connection, so that all of it is of one moment. Its statements are not kept: the texts of long readings
 * differ by what is asked, and take far longer to run than to prepare.
 */
export function readAtOnce<Result>(
  connection: Database,
  read: (sql: Pick<Sql, 'rows'>) => Steps<Result>,
): Result {
  return connection.transaction(() => {
    const step = read({
      *rows<Row>(text: string, ...parameters: Parameter[]) {
        return connection.prepare(text).all(...bind(parameters)) as Row[];
      },
    }).next();
    if (step.done !== true) throw new Error('SQLite made a reading wait');
    return step.value;
  })();
}
