import type { Knex } from 'knex';

import type { OfflineReason, Presence } from '../../../protocol/entities';
import type { AgentId } from '../../../protocol/ids';
import { presenceChange } from '../domain/agent-presence';
import { toAgentColumns } from './agents/agent-table';
import { TABLE } from './tables';

/** Stores the agent's own choice, or the service's with its reason. */
export async function storePresence(
  knex: Knex,
  id: AgentId,
  presence: Presence,
  reason: OfflineReason | null,
): Promise<void> {
  await knex(TABLE.agents)
    .where('id', id)
    .update(toAgentColumns(presenceChange(presence, reason)));
}
