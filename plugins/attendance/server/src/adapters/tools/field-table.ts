import type { FieldValues } from '../../../../protocol/interactions/people';
import type { FieldRows } from '../../application/tools/label-rows';
import type { Steps } from '../../application/steps';
import type { Sql } from '../database/sql';
import { toFieldValues } from '../database/columns';
import { TABLE } from '../database/tables';

export function fieldTable(sql: Sql): FieldRows {
  function* valuesIn(table: string, id: number): Steps<FieldValues> {
    const text = `SELECT s.field_values FROM ${table} s WHERE s.id = ?`;
    const row = yield* sql.lock<{ field_values: string | FieldValues | null }>('s', text, id);
    return toFieldValues(row?.field_values ?? null);
  }
  const setIn = (table: string, id: number, values: FieldValues): Steps<void> =>
    sql.update(table, id, { field_values: JSON.stringify(values) });
  return {
    *subjectOf(id) {
      // Whoever deletes it has to wait, and sees then that something bears it.
      const text = `SELECT f.subject, f.is_archived FROM ${TABLE.customFields} f WHERE f.id = ?`;
      const row = yield* sql.lock<{
        subject: 'visitor' | 'interaction';
        is_archived: number | boolean | null;
      }>('f', text, id);
      return row === undefined || Boolean(row.is_archived) ? null : row.subject;
    },
    ofInteraction: (id) => valuesIn(TABLE.interactions, id),
    ofVisitor: (id) => valuesIn(TABLE.visitors, id),
    setOfInteraction: (id, values) => setIn(TABLE.interactions, id, values),
    setOfVisitor: (id, values) => setIn(TABLE.visitors, id, values),
  };
}
