import type { Knex } from 'knex';

import type { AgentId, InteractionId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { Outcome, Transition } from '../application/ports';
import { slotsFor } from '../domain/capacity';
import { transition } from './interaction-changes';
import { findRow } from './interaction-select';
import { TABLE } from './tables';

/** Thrown to roll a claim back; it never leaves this file. */
class ClaimLost extends Error {}

/**
 * Claims capacity and assigns [R2, R3, R6]: the agent's row is written first, which locks it, then the slots are
 * counted, then taken, then the interaction is assigned; whoever comes second rolls back and changes nothing.
 */
export async function claim(
  knex: Knex,
  id: InteractionId,
  agentId: AgentId,
  now: number,
): Promise<Outcome<Transition>> {
  try {
    return await knex.transaction(async (trx) => {
      const locked = await trx(TABLE.agents)
        .where({ id: agentId, presence: 'online' })
        .update({ last_assigned_at: now });
      const row = await findRow(trx, id);
      if (locked === 0 || row === null || row.status !== 'waiting') throw new ClaimLost();
      const agent = (await trx(TABLE.agents).where('id', agentId).first()) as {
        public_name: string;
        capacity: number | null;
        reserved_for: number | null;
      };
      if (agent.reserved_for !== null && agent.reserved_for !== id) throw new ClaimLost();
      const settings = (await trx(TABLE.settings).first()) as {
        default_capacity: number;
        ring_ms: number | null;
      };
      const held = (await trx(TABLE.slots).where('agent_id', agentId).select('slot')) as { slot: number }[];
      const slots = slotsFor(
        row.channel,
        held.map(({ slot }) => slot),
        agent.capacity ?? settings.default_capacity,
      );
      if (slots === null) throw new ClaimLost();
      await trx(TABLE.slots).insert(slots.map((slot) => ({ agent_id: agentId, slot, interaction_id: id })));
      const outcome = await transition(
        trx,
        id,
        {
          kind: 'assign',
          agentId,
          agentName: agent.public_name,
          ringMs: settings.ring_ms ?? LIMITS.ringMs.default,
        },
        now,
      );
      if (!outcome.ok) throw new ClaimLost();
      await trx(TABLE.visitors).where('id', row.visitor_id).update({ last_agent_id: agentId });
      await trx(TABLE.assignments).insert({
        interaction_id: id,
        agent_id: agentId,
        assigned_at: now,
        outcome: 'held',
      });
      if (agent.reserved_for === id)
        await trx(TABLE.agents).where('id', agentId).update({ reserved_for: null });
      return outcome;
    });
  } catch (error) {
    if (error instanceof ClaimLost) return { ok: false, code: 'conflict' };
    throw error;
  }
}
