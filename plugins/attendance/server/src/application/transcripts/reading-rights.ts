import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import { isLive, isOver } from '../../domain/interactions/interaction-state';
import type { InteractionStore } from '../interactions/ports';
import type { StoredInteraction } from '../interactions/stored-interaction';

/** Agent or supervisor who asks to read a transcript. */
export interface Reader {
  /** Id of the agent; null for a supervisor who has never attended. */
  readonly agentId: AgentId | null;
  readonly isSupervisor: boolean;
  /** Returns whether they follow an interaction at this moment, which is noted and which its agent is told [R17]. */
  readonly isFollowing: (id: InteractionId) => boolean;
}

/**
 * Resolves to whether this agent may read a transcript, with its notes and files [Z10]: they hold it; it is over, and they opened it or attend its
 * visitor now; or they are a supervisor, who reads all that is over, and of what goes on that which they follow [R17].
 */
export interface MayReadTranscript {
  (reader: Reader, stored: StoredInteraction): Promise<boolean>;
}

export function createMayReadTranscript(
  interactions: Pick<InteractionStore, 'heldBy' | 'wasOpenedBy'>,
): MayReadTranscript {
  return async ({ agentId, isFollowing, isSupervisor }, { interaction }) => {
    if (isSupervisor && (isOver(interaction) || isFollowing(interaction.id))) return true;
    if (agentId === null) return false;
    if (interaction.status === 'assigned' && interaction.agentId === agentId) return true;
    if (isLive(interaction)) return false;
    if (await interactions.wasOpenedBy(interaction.id, agentId)) return true;
    const held = await interactions.heldBy(agentId);
    return held.some((mine) => mine.interaction.visitorId === interaction.visitorId);
  };
}
