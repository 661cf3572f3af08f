import type { TagId } from '../../../../protocol/schemas/ids';
import type { TagRows } from '../../application/tools/label-rows';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';

const OF = `SELECT tag_id FROM ${TABLE.interactionTags} WHERE interaction_id = ? ORDER BY tag_id`;
const ADD = `INSERT INTO ${TABLE.interactionTags} (interaction_id, tag_id, agent_id, tagged_at) VALUES (?, ?, ?, ?)`;
const REMOVE = `DELETE FROM ${TABLE.interactionTags} WHERE interaction_id = ? AND tag_id = ?`;

export function tagTable(sql: Sql): TagRows {
  return {
    *isArchived(id) {
      // Whoever deletes it has to wait, and sees then that something bears it.
      const text = `SELECT g.is_archived FROM ${TABLE.tags} g WHERE g.id = ?`;
      const row = yield* sql.lock<{ is_archived: number | boolean | null }>('g', text, id);
      return row === undefined ? null : Boolean(row.is_archived);
    },
    *of(interactionId) {
      return (yield* sql.rows<{ tag_id: TagId }>(OF, interactionId)).map(({ tag_id }) => tag_id);
    },
    *add(interactionId, tagId, agentId, taggedAt) {
      yield* sql.run(ADD, interactionId, tagId, agentId, taggedAt);
    },
    *remove(interactionId, tagId) {
      yield* sql.run(REMOVE, interactionId, tagId);
    },
  };
}
