import type { Knex } from 'knex';
import type { Database } from 'better-sqlite3';

import type { FieldValues } from '../../../protocol/entities';
import type { AgentId, InteractionId, TagId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { Outcome } from '../application/ports';
import type { LabelStore } from '../application/tools';
import { createGroupCommit } from './group-commit';
import { toFieldValues } from './interaction-rows';
import { execute, rowsIn, updateRow } from './sqlite-connection';
import { TABLE } from './tables';

const NOT_FOUND = { ok: false, code: 'not_found' } as const;
const CONFLICT = { ok: false, code: 'conflict' } as const;

/** An interaction that the agent holds now, as far as labels need to know. */
interface Held {
  visitor_id: number;
  field_values: string | FieldValues | null;
  visitor_field_values: string | FieldValues | null;
}

/** Tags and fields of one's own on an interaction [C9, A4]; each is one short transaction. */
export function createLabelStore(knex: Knex): LabelStore {
  const commit = createGroupCommit(knex);
  const tagging = (
    interactionId: InteractionId,
    agentId: AgentId,
    change: (connection: Database) => Outcome<unknown> | null,
  ): Promise<Outcome<TagId[]>> =>
    commit((connection) => {
      if (findHeld(connection, interactionId, agentId) === null) return NOT_FOUND;
      const refused = change(connection);
      if (refused !== null && !refused.ok) return refused;
      return { ok: true, data: tagIdsOf(connection, interactionId) };
    });
  return {
    tag: (interactionId, agentId, tagId, now) =>
      tagging(interactionId, agentId, (connection) => addTag(connection, interactionId, agentId, tagId, now)),
    untag: (interactionId, agentId, tagId) =>
      tagging(interactionId, agentId, (connection) => {
        const sql = `DELETE FROM ${TABLE.interactionTags} WHERE interaction_id = ? AND tag_id = ?`;
        execute(connection, sql, interactionId, tagId);
        return null;
      }),
    setField: (interactionId, agentId, fieldId, value) =>
      commit((connection) => {
        const held = findHeld(connection, interactionId, agentId);
        const subject = held === null ? null : subjectOf(connection, fieldId);
        if (held === null || subject === null) return NOT_FOUND;
        const isOfVisitor = subject === 'visitor';
        const ofVisitor = toFieldValues(held.visitor_field_values);
        const ofInteraction = toFieldValues(held.field_values);
        const changed = withValue(isOfVisitor ? ofVisitor : ofInteraction, String(fieldId), value);
        const columns = { field_values: JSON.stringify(changed) };
        if (isOfVisitor) updateRow(connection, TABLE.visitors, held.visitor_id, columns);
        else updateRow(connection, TABLE.interactions, interactionId, columns);
        const data = isOfVisitor ? { ...changed, ...ofInteraction } : { ...ofVisitor, ...changed };
        return { ok: true, data };
      }),
  };
}

function findHeld(connection: Database, interactionId: InteractionId, agentId: AgentId): Held | null {
  const sql = `SELECT i.visitor_id, i.field_values, v.field_values AS visitor_field_values
    FROM ${TABLE.interactions} i LEFT JOIN ${TABLE.visitors} v ON v.id = i.visitor_id
    WHERE i.id = ? AND i.status = 'assigned' AND i.agent_id = ?`;
  return rowsIn<Held>(connection, sql, interactionId, agentId)[0] ?? null;
}

function tagIdsOf(connection: Database, interactionId: InteractionId): TagId[] {
  const sql = `SELECT tag_id FROM ${TABLE.interactionTags} WHERE interaction_id = ? ORDER BY tag_id`;
  return rowsIn<{ tag_id: TagId }>(connection, sql, interactionId).map(({ tag_id }) => tag_id);
}

/** Null when it is there now. */
function addTag(
  connection: Database,
  interactionId: InteractionId,
  agentId: AgentId,
  tagId: TagId,
  now: number,
): Outcome<never> | null {
  const [tag] = rowsIn<{ is_archived: number | null }>(
    connection,
    `SELECT is_archived FROM ${TABLE.tags} WHERE id = ?`,
    tagId,
  );
  if (tag === undefined) return NOT_FOUND;
  const present = tagIdsOf(connection, interactionId);
  if (present.includes(tagId)) return null;
  if (tag.is_archived) return CONFLICT;
  if (present.length >= LIMITS.tagsOfInteractionMax) return { ok: false, code: 'too_large' };
  execute(
    connection,
    `INSERT INTO ${TABLE.interactionTags} (interaction_id, tag_id, agent_id, tagged_at) VALUES (?, ?, ?, ?)`,
    interactionId,
    tagId,
    agentId,
    now,
  );
  return null;
}

/** Null for a field that does not exist, or is not shown any more. */
function subjectOf(connection: Database, fieldId: number): 'visitor' | 'interaction' | null {
  const [field] = rowsIn<{ subject: 'visitor' | 'interaction'; is_archived: number | null }>(
    connection,
    `SELECT subject, is_archived FROM ${TABLE.customFields} WHERE id = ?`,
    fieldId,
  );
  return field === undefined || Boolean(field.is_archived) ? null : field.subject;
}

/** An empty one is none. */
function withValue(values: FieldValues, key: string, value: string): FieldValues {
  const others = Object.fromEntries(Object.entries(values).filter(([each]) => each !== key));
  return value === '' ? others : { ...others, [key]: value };
}
