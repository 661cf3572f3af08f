import type { InteractionTx } from './rows';
import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import { slotsFor } from '../../domain/routing/capacity';
import { decide } from '../../domain/interactions/interaction';
import type { Steps } from '../steps';
import type { Outcome } from '../outcome';
import type { Transition } from './stored-interaction';
import { transition } from './transition';

const LOST = { ok: false, code: 'conflict' } as const;

/**
 * Claims capacity and assigns [R2, R3, R6]: the agent is locked, their slots are counted, then taken, then the interaction is
 * assigned; whoever comes second finds them taken and changes nothing.
 */
export function* claim(
  tx: InteractionTx,
  id: InteractionId,
  agentId: AgentId,
  now: number,
): Steps<Outcome<Transition>> {
  // An interaction before its agent, as everywhere: whoever locks in another order may wait for us, and we for them.
  const stored = yield* tx.interactions.lock(id);
  const agent = yield* tx.agents.lock(agentId);
  if (agent?.presence !== 'online' || stored === null) return LOST;
  const { interaction } = stored;
  const { publicName: agentName, ringMs } = agent;
  const command = { kind: 'assign' as const, agentId, agentName, ringMs };
  // Asked before anything is written: a claim that is lost changes nothing.
  if (!decide(interaction, command, now).ok) return LOST;
  if (agent.reservedFor !== null && agent.reservedFor !== id) return LOST;
  const held = yield* tx.slots.heldBy(agentId);
  const slots = slotsFor(
    interaction.channel,
    held.map(({ slot }) => slot),
    agent.capacity,
  );
  if (slots === null) return LOST;
  yield* tx.slots.take(agentId, id, slots);
  const outcome = yield* transition(tx, id, command, now);
  if (!outcome.ok) throw new Error(`interaction ${id} waits and was not assigned: ${outcome.code}`);
  yield* receive(tx, outcome.data, agentId, now);
  if (agent.reservedFor === id) yield* tx.agents.update(agentId, { reservedFor: null });
  return outcome;
}

/** Notes on both sides that this agent has it from now on. */
export function* receive(
  tx: InteractionTx,
  { stored }: Transition,
  agentId: AgentId,
  now: number,
): Steps<void> {
  const { id, visitorId } = stored.interaction;
  yield* tx.visitors.update(visitorId, { lastAgentId: agentId });
  yield* tx.assignments.begin(id, agentId, now);
  yield* tx.agents.update(agentId, { lastAssignedAt: now });
}
