import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { SlotRows } from '../../application/interactions/rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';

const HELD = `SELECT slot, interaction_id FROM ${TABLE.slots} WHERE agent_id = ?`;
const FREE = `DELETE FROM ${TABLE.slots} WHERE interaction_id = ?`;

export function slotTable(sql: Sql): SlotRows {
  return {
    *heldBy(agentId) {
      const rows = yield* sql.rows<{ slot: number; interaction_id: InteractionId }>(HELD, agentId);
      return rows.map((row) => ({ slot: row.slot, interactionId: row.interaction_id }));
    },
    *take(agentId, interactionId, slots) {
      for (const slot of slots)
        yield* sql.insert(TABLE.slots, { agent_id: agentId, slot, interaction_id: interactionId });
    },
    *free(interactionId, slots) {
      if (slots === undefined) yield* sql.run(FREE, interactionId);
      else for (const slot of slots) yield* sql.run(`${FREE} AND slot = ?`, interactionId, slot);
    },
  };
}
