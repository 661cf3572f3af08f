import type { AssignmentRows } from '../../application/interactions/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';

/** The outcome of an assignment that goes on. */
const HELD = 'held';
const OF_HELD = `WHERE interaction_id = ? AND agent_id = ? AND outcome = '${HELD}'`;
const SET_OPENED = `UPDATE ${TABLE.assignments} SET opened_at = ? ${OF_HELD}`;
const END = `UPDATE ${TABLE.assignments} SET outcome = ?, released_at = ? ${OF_HELD}`;

export function assignmentTable(sql: Sql): AssignmentRows {
  return {
    *begin(interactionId, agentId, assignedAt) {
      yield* sql.insert(TABLE.assignments, {
        interaction_id: interactionId,
        agent_id: agentId,
        assigned_at: assignedAt,
        outcome: HELD,
      });
    },
    *setOpened(interactionId, agentId, openedAt) {
      yield* sql.run(SET_OPENED, openedAt, interactionId, agentId);
    },
    *end(interactionId, agentId, outcome, releasedAt) {
      yield* sql.run(END, outcome, releasedAt, interactionId, agentId);
    },
  };
}
