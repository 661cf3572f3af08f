import type { MergePublisher } from '../application/known-visitors';
import { agentGroup } from './channel-groups';
import type { Gateway } from './gateway';

/** Tells the agents of a visitor who is one with another now; the interaction itself is told like any change of it. */
export function createMergeNews({
  agents,
  welcomes,
}: Pick<Gateway, 'agents' | 'welcomes'>): MergePublisher['agent'] {
  return ({ interaction, visitor }) => {
    if (interaction.status !== 'assigned') return;
    const group = agentGroup(interaction.agentId);
    welcomes.wasTold(group);
    agents.to(group).emit('visitor:merged', { interactionId: interaction.id, visitor });
  };
}
