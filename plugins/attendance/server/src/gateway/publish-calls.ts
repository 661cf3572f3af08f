import type { CallPublisher } from '../application/calls';
import { agentGroup, visitorGroup } from './channel-groups';
import type { Gateway } from './gateway';

/** Sends what happens in a call to the two people of its interaction, or to the one tab that it concerns (K9). */
export function createCallPublisher({
  agents,
  visitors,
}: Pick<Gateway, 'agents' | 'visitors'>): CallPublisher {
  return {
    seats: ({ interaction }, taken) => {
      const fact = { interactionId: interaction.id, ...taken };
      visitors.to(visitorGroup(interaction.visitorId)).emit('call:seats', fact);
      if (interaction.status === 'assigned')
        agents.to(agentGroup(interaction.agentId)).emit('call:seats', fact);
    },
    takenOver: (side, connectionId, interactionId) => {
      if (side === 'visitor') visitors.to(connectionId).emit('call:taken-over', { interactionId });
      else agents.to(connectionId).emit('call:taken-over', { interactionId });
    },
    connect: (side, connectionId, interactionId, session) => {
      if (side === 'visitor') visitors.to(connectionId).emit('call:connect', { interactionId, session });
      else agents.to(connectionId).emit('call:connect', { interactionId, session });
    },
    signalled: (side, connectionId, interactionId, session, signal) => {
      const fact = { interactionId, session, signal };
      if (side === 'visitor') visitors.to(connectionId).emit('call:signalled', fact);
      else agents.to(connectionId).emit('call:signalled', fact);
    },
    unsafe: ({ interaction }) => {
      const fact = { interactionId: interaction.id };
      visitors.to(visitorGroup(interaction.visitorId)).emit('call:unsafe', fact);
      if (interaction.status === 'assigned')
        agents.to(agentGroup(interaction.agentId)).emit('call:unsafe', fact);
    },
    quality: ({ interaction }, side, quality) => {
      if (interaction.status !== 'assigned') return;
      agents
        .to(agentGroup(interaction.agentId))
        .emit('call:quality', { interactionId: interaction.id, side, quality });
    },
  };
}
