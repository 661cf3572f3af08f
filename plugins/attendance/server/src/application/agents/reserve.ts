import type { AgentTx } from './rows';
import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';

/** Keeps an agent for a call, who is Online and kept for no other [R8]; returns whether they are. */
export function* reserve(tx: AgentTx, id: AgentId, interactionId: InteractionId): Steps<boolean> {
  const agent = yield* tx.agents.lock(id);
  if (agent?.presence !== 'online' || agent.reservedFor !== null) return false;
  yield* tx.agents.update(id, { reservedFor: interactionId });
  return true;
}

/** Begins the count of those missed in a row anew [R10]; most agents missed none, and nothing is written then. */
export function* clearMissed(tx: AgentTx, id: AgentId): Steps<void> {
  const agent = yield* tx.agents.lock(id);
  if (agent !== null && agent.missedInARow !== 0) yield* tx.agents.update(id, { missedInARow: 0 });
}
