import type { AgentId, VisitorId } from '../../../protocol/ids';
import type { QueuePlace } from '../../../protocol/entities';
import type { InteractionId } from '../../../protocol/ids';
import type { SeenPresence } from '../application/agent-absence';
import type { StoredInteraction, Transition } from '../application/ports';
import type { Publisher } from '../application/publisher';
import { isLive } from '../domain/interaction';
import { toAgentInteraction, toVisitorInteraction } from '../presenters/interaction';
import { toVisitorMessage } from '../presenters/message';
import { agentGroup, visitorGroup } from './channel-groups';
import type { Gateway } from './gateway';

export interface PublishPorts {
  canSeeIp(id: AgentId): boolean;
  placeOf(id: InteractionId): QueuePlace | null;
  presenceOf(this: void, id: AgentId): SeenPresence;
  onQueueChanged(): void;
}

/** Sends what was committed to the two people of an interaction, and to nobody else (K9). */
export function createPublisher(
  gateway: Pick<Gateway, 'agents' | 'isAlone' | 'visitors' | 'welcomes'>,
  ports: PublishPorts,
): Publisher {
  const { agents, isAlone, visitors, welcomes } = gateway;
  const toVisitor = (id: VisitorId) => {
    welcomes.wasTold(visitorGroup(id));
    return visitors.to(visitorGroup(id));
  };
  const toAgent = (id: AgentId) => {
    welcomes.wasTold(agentGroup(id));
    return agents.to(agentGroup(id));
  };
  const tellItsAgent = (stored: StoredInteraction): void => {
    const { interaction } = stored;
    if (interaction.status !== 'assigned') return;
    const view = toAgentInteraction(stored, ports.canSeeIp(interaction.agentId));
    if (view !== null) toAgent(view.agentId).emit('interaction:changed', { interaction: view });
  };
  const tellItsVisitor = (stored: StoredInteraction): void => {
    const { id, visitorId } = stored.interaction;
    const interaction = toVisitorInteraction(stored, ports.placeOf(id), ports.presenceOf);
    toVisitor(visitorId).emit('interaction:changed', { interaction });
  };
  return {
    transitioned: (transition) => {
      const { stored, lines } = transition;
      const { interaction } = stored;
      const visitor = toVisitor(interaction.visitorId);
      for (const line of lines) {
        const message = toVisitorMessage(line);
        visitor.emit('message:posted', { interactionId: interaction.id, message });
      }
      if (concernsVisitor(transition)) tellItsVisitor(stored);
      if (interaction.status !== 'assigned') return;
      const view = toAgentInteraction(stored, ports.canSeeIp(interaction.agentId));
      if (view === null) return;
      const agent = toAgent(view.agentId);
      agent.emit('interaction:changed', { interaction: view });
      for (const message of lines) agent.emit('message:posted', { interactionId: interaction.id, message });
    },
    messagePosted: (interactionId, { agentId, visitorId }, message, from) => {
      const fact = { interactionId, message };
      const own = from ?? [];
      const visitor = toVisitor(visitorId);
      if (!isAlone(visitors, visitorGroup(visitorId), from)) visitor.except(own).emit('message:posted', fact);
      if (agentId === null) return;
      const agent = toAgent(agentId);
      if (!isAlone(agents, agentGroup(agentId), from)) agent.except(own).emit('message:posted', fact);
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
      toVisitor(interaction.visitorId).emit('receipt:advanced', fact);
      if (interaction.status === 'assigned') toAgent(interaction.agentId).emit('receipt:advanced', fact);
    },
    typingChanged: ({ interaction }, side, isTyping) => {
      const fact = { interactionId: interaction.id, isTyping };
      // Passing news, of no account to a snapshot.
      if (side === 'agent') visitors.to(visitorGroup(interaction.visitorId)).emit('typing:changed', fact);
      else if (interaction.status === 'assigned')
        agents.to(agentGroup(interaction.agentId)).emit('typing:changed', fact);
    },
    removed: (agentId, interactionId, reason) => {
      toAgent(agentId).emit('interaction:removed', { interactionId, reason });
    },
    queueChanged: ports.onQueueChanged,
    offlineMessageChanged: (offlineMessage) => {
      welcomes.wasTold();
      agents.emit('offline-message:changed', { offlineMessage });
    },
  };
}

/**
 * Whether the visitor's side goes on, or is over with this very change. What their agent does after it is not told: the
 * visitor may be in another interaction by then, and their screen would go back to this one.
 */
function concernsVisitor({ lines, stored: { interaction } }: Transition): boolean {
  if (isLive(interaction) || interaction.status === 'abandoned') return true;
  const isEndedNow = lines.some((one) => one.side === 'system' && one.line.kind === 'visitor-ended');
  return isEndedNow || interaction.visitorEnd === null;
}
