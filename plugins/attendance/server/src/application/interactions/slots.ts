import type { InteractionTx } from './rows';
import { LIMITS } from '../../../../protocol/shared/limits';
import { takesWholeAgent } from '../../domain/interactions/call';
import { SLOT_COUNT, slotsFor } from '../../domain/routing/capacity';
import type { AssignedInteraction, Interaction } from '../../domain/interactions/interaction-state';
import type { Steps } from '../steps';

/** Moves the slots to the agent who has it now; that there is room was looked at in the same transaction [R15]. */
export function* moveSlots(tx: InteractionTx, { agentId, channel, id }: AssignedInteraction): Steps<void> {
  yield* tx.interactions.vacate(id);
  yield* tx.slots.free(id);
  const held = yield* tx.slots.heldBy(agentId);
  const slots = slotsFor(
    channel,
    held.map(({ slot }) => slot),
    LIMITS.capacityMax,
  );
  if (slots === null) throw new Error(`agent ${agentId} has no room for what was decided`);
  yield* tx.slots.take(agentId, id, slots);
}

/**
 * Takes the rest of its agent's slots for an interaction that needs the agent whole from now on [M1], or frees all but one when a
 * chat does not any more. Returns how many other interactions are in the way; with any, nothing is taken.
 */
export function* resizeSlots(tx: InteractionTx, before: Interaction, after: Interaction): Steps<number> {
  if (before.status !== 'assigned' || after.status !== 'assigned') return 0;
  // Whoever is handed it took what it needs.
  if (before.agentId !== after.agentId) return 0;
  if (takesWholeAgent(before) === takesWholeAgent(after)) return 0;
  if (takesWholeAgent(after)) return yield* takeWholeAgent(tx, after);
  yield* tx.interactions.setTakesWholeAgent(after.id, false);
  const [, ...others] = (yield* ownSlots(tx, after)).sort((one, other) => one - other);
  yield* tx.slots.free(after.id, others);
  return 0;
}

function* ownSlots(tx: InteractionTx, { agentId, id }: AssignedInteraction): Steps<number[]> {
  const held = yield* tx.slots.heldBy(agentId);
  return held.filter(({ interactionId }) => interactionId === id).map(({ slot }) => slot);
}

function* takeWholeAgent(tx: InteractionTx, { agentId, id }: AssignedInteraction): Steps<number> {
  yield* tx.agents.lock(agentId);
  const held = yield* tx.slots.heldBy(agentId);
  const others = new Set(held.map(({ interactionId }) => interactionId));
  others.delete(id);
  if (others.size > 0) return others.size;
  yield* tx.interactions.setTakesWholeAgent(id, true);
  const taken = new Set(held.map(({ slot }) => slot));
  const rest = Array.from({ length: SLOT_COUNT }, (_, slot) => slot).filter((slot) => !taken.has(slot));
  yield* tx.slots.take(agentId, id, rest);
  return 0;
}
