import type { CallAttemptRows } from '../../application/interactions/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';

export function callAttemptTable(sql: Sql): CallAttemptRows {
  return {
    *begin({ attempt, interactionId, medium, provider, room, startedAt }) {
      yield* sql.insert(TABLE.callAttempts, {
        interaction_id: interactionId,
        attempt,
        medium,
        room,
        provider,
        started_at: startedAt,
      });
    },
    *end(room, endedBy, endedAt) {
      const text = `UPDATE ${TABLE.callAttempts} SET ended_at = ?, ended_by = ? WHERE room = ?`;
      yield* sql.run(text, endedAt, endedBy, room);
    },
  };
}
