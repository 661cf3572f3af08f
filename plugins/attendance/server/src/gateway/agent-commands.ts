import type { agentCommands } from '../../../protocol/agent-events';
import type { AgentId, InteractionId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { Attend } from '../application/attend';
import type {
  AgentStore,
  InteractionStore,
  MessageStore,
  StoredAgent,
  StoredInteraction,
} from '../application/ports';
import type { Publisher } from '../application/publisher';
import type { VisitorStore } from '../adapters/visitor-store';
import { toAgentInteraction } from '../presenters/interaction';
import { refusal, toAnswer, type Handlers } from './answer';

export interface AgentCommandPorts {
  readonly attend: Attend;
  readonly agents: AgentStore;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly visitors: VisitorStore;
  readonly publisher: Publisher;
  /** Tells every tab of the agent how they stand. */
  readonly selfChanged: (self: StoredAgent) => void;
}

type AgentHandlers = Omit<
  Handlers<typeof agentCommands>,
  'visitor:history' | 'offline-message:take' | 'offline-message:answer'
>;

export function createAgentHandlers(
  ports: AgentCommandPorts,
  agent: { readonly id: AgentId; readonly publicName: string },
): AgentHandlers {
  const { agents, attend, interactions, messages, publisher, visitors } = ports;
  const held = async (id: InteractionId): Promise<StoredInteraction | null> => {
    const stored = await interactions.find(id);
    return stored?.interaction.status === 'assigned' && stored.interaction.agentId === agent.id
      ? stored
      : null;
  };
  const advance =
    (mark: 'delivered' | 'read') => async (command: { interactionId: InteractionId; sequence: number }) => {
      const stored = await held(command.interactionId);
      if (stored === null) return refusal('not_found');
      const receipts = await interactions.advanceWatermark(
        command.interactionId,
        'agent',
        mark,
        command.sequence,
      );
      if (receipts !== null) publisher.receiptAdvanced(stored, 'agent', receipts);
      return { ok: true as const, data: {} };
    };

  return {
    'presence:set': async ({ presence }) => {
      await attend.setPresence(agent.id, presence);
      const self = await agents.find(agent.id);
      if (self === null) return refusal('not_found');
      ports.selfChanged(self);
      return { ok: true, data: { self } };
    },
    'interaction:open': async ({ interactionId }) => {
      const outcome = await attend.transition(interactionId, { kind: 'open', agentId: agent.id });
      if (!outcome.ok) return refusal(outcome.code);
      const interaction = toAgentInteraction(outcome.data);
      if (interaction === null) return refusal('not_found');
      const page = await messages.before(interactionId, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage);
      return { ok: true, data: { interaction, ...page } };
    },
    'interaction:end': async ({ interactionId, closingNote = '', closingTag = '' }) => {
      const outcome = await attend.transition(
        interactionId,
        { kind: 'agent-end', agentId: agent.id },
        { closingNote, closingTag },
      );
      return toAnswer(outcome, () => ({}));
    },
    'message:post': async ({ interactionId, clientMessageId, body }) => {
      const author = { side: 'agent' as const, agentId: agent.id, agentName: agent.publicName };
      const outcome = await attend.post({ interactionId, clientMessageId, body, author });
      return toAnswer(outcome, ({ message }) => ({ sequence: message.sequence, sentAt: message.sentAt }));
    },
    'message:list': async ({ interactionId, afterSequence, beforeSequence, limit }) => {
      if ((await held(interactionId)) === null) return refusal('not_found');
      const page =
        afterSequence === undefined
          ? await messages.before(interactionId, beforeSequence ?? Number.MAX_SAFE_INTEGER, limit)
          : await messages.after(interactionId, afterSequence, limit);
      return { ok: true, data: page };
    },
    'message:delivered': advance('delivered'),
    'message:read': advance('read'),
    'typing:set': async ({ interactionId, isTyping }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      publisher.typingChanged(stored, 'agent', isTyping);
      return { ok: true, data: {} };
    },
    'visitor:update': async ({ interactionId, ...fields }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      await visitors.update(stored.visitor.id, fields as Parameters<VisitorStore['update']>[1]);
      const after = await interactions.find(interactionId);
      return after === null ? refusal('not_found') : { ok: true, data: { visitor: after.visitor } };
    },
  };
}
