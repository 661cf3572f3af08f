import type { VisitorId } from '../../../../protocol/ids';
import type { VisitorRows } from '../../application/visitors/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../tables';

const MERGED_INTO = `SELECT merged_into FROM ${TABLE.visitors} WHERE id = ?`;

export function visitorTable(sql: Sql): VisitorRows {
  return {
    *current(id) {
      const [row] = yield* sql.rows<{ merged_into: VisitorId | null }>(MERGED_INTO, id);
      return row?.merged_into ?? id;
    },
    setLastAgent: (id, agentId) => sql.update(TABLE.visitors, id, { last_agent_id: agentId }),
  };
}
