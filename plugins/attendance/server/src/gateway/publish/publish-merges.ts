import type { MergePublisher } from '../../application/known-visitors/known-visitors';
import type { Facts } from '../connection/facts';

/** Notifies the agents of a visitor who was merged; the interaction itself is sent like any change of it. */
export function createMergeNews({ toAgent }: Pick<Facts, 'toAgent'>): MergePublisher['agent'] {
  return ({ interaction, visitor }) => {
    if (interaction.status !== 'assigned') return;
    toAgent(interaction.agentId, 'visitor:merged', { interactionId: interaction.id, visitor });
  };
}
