import type { AgentId } from '../../../../protocol/schemas/ids';
import type { InteractionHead } from '../interactions/rows';

/** Returns whether this agent holds the interaction now: only then may they label it [C9, A4]. */
export function isHeldBy(head: InteractionHead | null, agentId: AgentId): head is InteractionHead {
  return head?.status === 'assigned' && head.agentId === agentId;
}
