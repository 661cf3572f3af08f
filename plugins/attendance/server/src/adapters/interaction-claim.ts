import type { AgentId, InteractionId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { Outcome, Transition } from '../application/ports';
import { slotsFor } from '../domain/capacity';
import type { Commit } from './group-commit';
import { transition } from './interaction-changes';
import { findRow } from './interaction-select';
import { execute, insertRow, rowsIn, updateRow } from './sqlite-connection';
import { TABLE } from './tables';

interface ClaimingAgent {
  readonly public_name: string;
  readonly capacity: number;
  readonly reserved_for: number | null;
  readonly ring_ms: number | null;
}

/** With what the settings say where the agent has nothing of their own. */
const CLAIMING_AGENT = `
  SELECT a.public_name, coalesce(a.capacity, s.default_capacity) AS capacity, a.reserved_for, s.ring_ms
  FROM ${TABLE.agents} a, (SELECT default_capacity, ring_ms FROM ${TABLE.settings} LIMIT 1) s WHERE a.id = ?`;

/** Thrown to roll a claim back; it never leaves this file. */
class ClaimLost extends Error {}

/**
 * Claims capacity and assigns [R2, R3, R6]: the agent's row is written first, which locks it, then the slots are
 * counted, then taken, then the interaction is assigned; whoever comes second rolls back and changes nothing.
 */
export async function claim(
  commit: Commit,
  id: InteractionId,
  agentId: AgentId,
  now: number,
): Promise<Outcome<Transition>> {
  try {
    return await commit((connection) => {
      const locked = execute(
        connection,
        `UPDATE ${TABLE.agents} SET last_assigned_at = ? WHERE id = ? AND presence = 'online'`,
        now,
        agentId,
      );
      const row = findRow(connection, id);
      if (locked === 0 || row === null || row.status !== 'waiting') throw new ClaimLost();
      const [agent] = rowsIn<ClaimingAgent>(connection, CLAIMING_AGENT, agentId);
      if (agent === undefined) throw new ClaimLost();
      if (agent.reserved_for !== null && agent.reserved_for !== id) throw new ClaimLost();
      const held = rowsIn<{ slot: number }>(
        connection,
        `SELECT slot FROM ${TABLE.slots} WHERE agent_id = ?`,
        agentId,
      );
      const slots = slotsFor(
        row.channel,
        held.map(({ slot }) => slot),
        agent.capacity,
      );
      if (slots === null) throw new ClaimLost();
      for (const slot of slots)
        insertRow(connection, TABLE.slots, { agent_id: agentId, slot, interaction_id: id });
      const outcome = transition(
        connection,
        id,
        {
          kind: 'assign',
          agentId,
          agentName: agent.public_name,
          ringMs: agent.ring_ms ?? LIMITS.ringMs.default,
        },
        now,
      );
      if (!outcome.ok) throw new ClaimLost();
      updateRow(connection, TABLE.visitors, row.visitor_id, { last_agent_id: agentId });
      insertRow(connection, TABLE.assignments, {
        interaction_id: id,
        agent_id: agentId,
        assigned_at: now,
        outcome: 'held',
      });
      if (agent.reserved_for === id) updateRow(connection, TABLE.agents, agentId, { reserved_for: null });
      return outcome;
    });
  } catch (error) {
    if (error instanceof ClaimLost) return { ok: false, code: 'conflict' };
    throw error;
  }
}
