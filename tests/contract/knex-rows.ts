import type { Knex } from 'knex';

import type { CustomFieldId, TagId } from '../../plugins/attendance/protocol/schemas/ids';
import { TABLE } from '../../plugins/attendance/server/src/adapters/database/tables';
import type { AssignmentRecord, SlotRecord } from '../support/fakes/memory-database';
import type { ChatWorld } from './world';

interface SlotRow {
  agent_id: number;
  slot: number;
  interaction_id: number;
}

interface AssignmentRow {
  interaction_id: number;
  agent_id: number;
  assigned_at: number | string;
  opened_at: number | string | null;
  released_at: number | string | null;
  outcome: string;
}

/** What the contracts put into the rows, and see of them, on any database that knex knows. */
export function throughKnex(knex: Knex): Pick<ChatWorld, 'tag' | 'field' | 'slots' | 'assignments'> {
  const insert = async (table: string, row: object): Promise<number> => {
    const [inserted] = (await knex(table).insert(row).returning('id')) as { id: number }[];
    if (inserted === undefined) throw new Error(`nothing was inserted into ${table}`);
    return inserted.id;
  };
  return {
    tag: async (name) =>
      (await insert(TABLE.tags, { version: 0, name, name_key: name, is_archived: false })) as TagId,
    field: async (subject) =>
      (await insert(TABLE.customFields, {
        version: 0,
        position: 0,
        type: 'text',
        subject,
        is_archived: false,
      })) as CustomFieldId,
    slots: async () =>
      ((await knex(TABLE.slots).orderBy('slot')) as SlotRow[]).map(
        (row) => ({ agentId: row.agent_id, slot: row.slot, interactionId: row.interaction_id }) as SlotRecord,
      ),
    assignments: async () =>
      ((await knex(TABLE.assignments).orderBy('id')) as AssignmentRow[]).map(
        (row) =>
          ({
            interactionId: row.interaction_id,
            agentId: row.agent_id,
            assignedAt: Number(row.assigned_at),
            openedAt: toTimeOrNull(row.opened_at),
            releasedAt: toTimeOrNull(row.released_at),
            outcome: row.outcome,
          }) as AssignmentRecord,
      ),
  };
}

function toTimeOrNull(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
