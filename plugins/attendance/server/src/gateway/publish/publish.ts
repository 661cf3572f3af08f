import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { QueuePlace } from '../../../../protocol/interactions/interactions';
import type { SeenPresence } from '../../application/attending/agent-absence';
import type { StoredInteraction, Transition } from '../../application/interactions/stored-interaction';
import type { Publisher } from '../../application/interactions/publisher';
import { isLive } from '../../domain/interactions/interaction-state';
import { toAgentInteraction, toVisitorInteraction } from '../../presenters/interaction';
import { toVisitorMessage } from '../../presenters/message';
import type { Facts } from '../connection/facts';

export interface PublishPorts {
  canSeeIp(id: AgentId): boolean;
  placeOf(id: InteractionId): QueuePlace | null;
  presenceOf(this: void, id: AgentId): SeenPresence;
  onQueueChanged(): void;
}

/** Sends what was committed to the two people of an interaction, and to nobody else (K9). */
export function createPublisher(facts: Facts, ports: PublishPorts): Publisher {
  const tellItsAgent = (stored: StoredInteraction): void => {
    const { interaction } = stored;
    if (interaction.status !== 'assigned') return;
    const view = toAgentInteraction(stored, ports.canSeeIp(interaction.agentId));
    if (view !== null) facts.toAgent(view.agentId, 'interaction:changed', { interaction: view });
  };
  const tellItsVisitor = (stored: StoredInteraction): void => {
    const { id, visitorId } = stored.interaction;
    const interaction = toVisitorInteraction(stored, ports.placeOf(id), ports.presenceOf);
    facts.toVisitor(visitorId, 'interaction:changed', { interaction });
  };
  return {
    transitioned: (transition) => {
      const { stored, lines } = transition;
      const { id: interactionId, visitorId } = stored.interaction;
      for (const line of lines)
        facts.toVisitor(visitorId, 'message:posted', { interactionId, message: toVisitorMessage(line) });
      if (concernsVisitor(transition)) tellItsVisitor(stored);
      if (stored.interaction.status !== 'assigned') return;
      const { agentId } = stored.interaction;
      tellItsAgent(stored);
      for (const message of lines) facts.toAgent(agentId, 'message:posted', { interactionId, message });
    },
    messagePosted: (interactionId, { agentId, visitorId }, message, from) => {
      const fact = { interactionId, message };
      facts.toVisitor(visitorId, 'message:posted', fact, from);
      if (agentId !== null) facts.toAgent(agentId, 'message:posted', fact, from);
    },
    visitorChanged: tellItsAgent,
    agentPresenceSeen: tellItsVisitor,
    deadlinesMoved: (stored) => {
      tellItsAgent(stored);
      // Of all deadlines the visitor sees one: until when to answer the agent who calls.
      if (stored.interaction.call?.state === 'ringing') tellItsVisitor(stored);
    },
    receiptAdvanced: ({ interaction }, side, receipts) => {
      const fact = { interactionId: interaction.id, side, watermark: receipts[side] };
      facts.toVisitor(interaction.visitorId, 'receipt:advanced', fact);
      if (interaction.status === 'assigned') facts.toAgent(interaction.agentId, 'receipt:advanced', fact);
    },
    typingChanged: ({ interaction }, side, isTyping) => {
      const fact = { interactionId: interaction.id, isTyping };
      if (side === 'agent') facts.passing.toVisitor(interaction.visitorId, 'typing:changed', fact);
      else if (interaction.status === 'assigned')
        facts.passing.toAgent(interaction.agentId, 'typing:changed', fact);
    },
    removed: (agentId, interactionId, reason) => {
      facts.toAgent(agentId, 'interaction:removed', { interactionId, reason });
    },
    queueChanged: ports.onQueueChanged,
    offlineMessageChanged: (offlineMessage) => {
      facts.toAllAgents('offline-message:changed', { offlineMessage });
    },
  };
}

/**
 * Returns whether the visitor's side goes on, or is over with this very change. Later changes by their agent are not sent to the visitor, who may be
 * in another interaction by then, and whose screen would go back to this one.
 */
function concernsVisitor({ lines, stored: { interaction } }: Transition): boolean {
  if (isLive(interaction) || interaction.status === 'abandoned') return true;
  const isEndedNow = lines.some((one) => one.side === 'system' && one.line.kind === 'visitor-ended');
  return isEndedNow || interaction.visitorEnd === null;
}
