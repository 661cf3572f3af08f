import type { CallPublisher } from '../../application/calls/calls';
import type { Facts } from '../connection/facts';

/**
 * Sends what happens in a call to the two people of its interaction, or to the one tab that it concerns (K9). Of a call, a
 * snapshot says only what the interaction does.
 */
export function createCallPublisher({ passing }: Pick<Facts, 'passing'>): CallPublisher {
  return {
    seats: ({ interaction }, taken) => {
      const fact = { interactionId: interaction.id, ...taken };
      passing.toVisitor(interaction.visitorId, 'call:seats', fact);
      if (interaction.status === 'assigned') passing.toAgent(interaction.agentId, 'call:seats', fact);
    },
    takenOver: (side, connectionId, interactionId) => {
      const fact = { interactionId };
      if (side === 'visitor') passing.toVisitorConnection(connectionId, 'call:taken-over', fact);
      else passing.toAgentConnection(connectionId, 'call:taken-over', fact);
    },
    connect: (side, connectionId, interactionId, session) => {
      const fact = { interactionId, session };
      if (side === 'visitor') passing.toVisitorConnection(connectionId, 'call:connect', fact);
      else passing.toAgentConnection(connectionId, 'call:connect', fact);
    },
    signalled: (side, connectionId, interactionId, session, signal) => {
      const fact = { interactionId, session, signal };
      if (side === 'visitor') passing.toVisitorConnection(connectionId, 'call:signalled', fact);
      else passing.toAgentConnection(connectionId, 'call:signalled', fact);
    },
    unsafe: ({ interaction }) => {
      const fact = { interactionId: interaction.id };
      passing.toVisitor(interaction.visitorId, 'call:unsafe', fact);
      if (interaction.status === 'assigned') passing.toAgent(interaction.agentId, 'call:unsafe', fact);
    },
    quality: ({ interaction }, side, quality) => {
      if (interaction.status !== 'assigned') return;
      const fact = { interactionId: interaction.id, side, quality };
      passing.toAgent(interaction.agentId, 'call:quality', fact);
    },
  };
}
