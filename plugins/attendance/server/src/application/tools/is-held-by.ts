import type { AgentId } from '../../../../protocol/schemas/ids';
import type { InteractionHead } from '../interactions/rows';

/** Whether this agent attends it now: labels are put on nothing else [C9, A4]. */
export function isHeldBy(head: InteractionHead | null, agentId: AgentId): head is InteractionHead {
  return head?.status === 'assigned' && head.agentId === agentId;
}
