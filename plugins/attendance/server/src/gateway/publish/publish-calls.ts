import type { CallPublisher } from '../../application/calls/calls';
import type { Facts } from '../connection/facts';

/**
 * Creates the publisher of calls, to the two people of an interaction, or to the one tab that is concerned (K9). A snapshot contains no more of a
 * call than the interaction does.
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
