import type { TermRows } from '../../application/visitors/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';

const DELETE = `DELETE FROM ${TABLE.visitorTerms} WHERE visitor_id = ?`;

export function termTable(sql: Sql): TermRows {
  return {
    *replace(id, terms) {
      yield* sql.run(DELETE, id);
      for (const { kind, term } of terms)
        yield* sql.insert(TABLE.visitorTerms, { visitor_id: id, kind, term });
    },
  };
}
