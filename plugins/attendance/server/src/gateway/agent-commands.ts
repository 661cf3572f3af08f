import type { agentCommands } from '../../../protocol/agent-events';
import type { AgentId, InteractionId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { AdminSession } from '../application/admin-sessions';
import type { Attend } from '../application/attend';
import type { Blocks } from '../application/blocks';
import type { Calls } from '../application/calls';
import type { KnownVisitors } from '../application/known-visitors';
import type {
  AgentStore,
  InteractionStore,
  MessageStore,
  StoredAgent,
  StoredInteraction,
} from '../application/ports';
import type { ConnectionId, Publisher } from '../application/publisher';
import type { MayReadTranscript } from '../application/reading-rights';
import type { InteractionSearch } from '../application/search';
import type { OfflineMessages } from '../application/offline-messages';
import type { AgentTools } from '../application/tools';
import type { Transfers } from '../application/transfers';
import type { VisitorStore } from '../application/visitors';
import { toAgentSelf } from '../presenters/agent';
import { toAgentInteraction } from '../presenters/interaction';
import { toAgentPage } from '../presenters/message';
import { refusal, toAnswer, type Handlers } from './answer';
import { createBlockHandlers } from './block-commands';
import { createCallHandlers } from './call-commands';
import { createKnownVisitorHandlers } from './known-visitor-commands';
import { createSearchHandlers } from './search-commands';
import { createToolHandlers } from './tool-commands';
import { createTransferHandlers } from './transfer-commands';

export interface AgentCommandPorts {
  readonly attend: Attend;
  readonly calls: Calls;
  readonly tools: AgentTools;
  readonly transfers: Transfers;
  readonly blocks: Blocks;
  readonly knownVisitors: KnownVisitors;
  readonly search: InteractionSearch;
  readonly mayReadTranscript: MayReadTranscript;
  readonly agents: AgentStore;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly visitors: VisitorStore;
  readonly publisher: Publisher;
  readonly offlineMessages: OfflineMessages;
  /** Tells every tab of the agent how they stand. */
  readonly selfChanged: (agent: StoredAgent) => void;
}

/** Who is behind the socket, as they are now: name and permissions change while it is open. */
export interface SignedAgent {
  readonly connectionId: ConnectionId;
  readonly id: AgentId;
  readonly session: AdminSession;
}

const HISTORY_MAX = 50;

export function createAgentHandlers(
  ports: AgentCommandPorts,
  agent: SignedAgent,
): Handlers<typeof agentCommands> {
  const { agents, attend, interactions, messages, offlineMessages, publisher, visitors } = ports;
  /** The agent's row; it was made when they connected. */
  const self = async (): Promise<StoredAgent> => {
    const stored = await agents.find(agent.id);
    if (stored === null) throw new Error('the agent behind a socket has no row');
    return stored;
  };
  const isSupervisor = (): boolean => agent.session.isSupervisor;
  const held = async (id: InteractionId): Promise<StoredInteraction | null> => {
    const stored = await interactions.find(id);
    return stored?.interaction.status === 'assigned' && stored.interaction.agentId === agent.id
      ? stored
      : null;
  };
  const mayRead = async (id: InteractionId): Promise<boolean> => {
    const stored = await interactions.find(id);
    const reader = { agentId: agent.id, isSupervisor: isSupervisor() };
    return stored !== null && ports.mayReadTranscript(reader, stored);
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
    ...createCallHandlers(ports.calls, held, () => ({
      by: { side: 'agent', agentId: agent.id },
      connectionId: agent.connectionId,
    })),
    ...createToolHandlers(
      { tools: ports.tools, mayRead, publicName: async () => (await self()).publicName },
      agent,
    ),
    ...createTransferHandlers(ports.transfers, held, self),
    ...createBlockHandlers(ports, { held, self, isSupervisor }),
    ...createKnownVisitorHandlers(ports.knownVisitors, { held, self, isSupervisor }),
    ...createSearchHandlers(ports.search, () => (isSupervisor() ? null : agent.id)),
    'presence:set': async ({ presence }) => {
      await attend.setPresence(agent.id, presence);
      const stored = await self();
      ports.selfChanged(stored);
      return { ok: true, data: { self: toAgentSelf(stored, agent.session.isSupervisor) } };
    },
    'interaction:open': async ({ interactionId }) => {
      const outcome = await attend.transition(interactionId, { kind: 'open', agentId: agent.id });
      if (!outcome.ok) return refusal(outcome.code);
      const interaction = toAgentInteraction(outcome.data, agent.session.canSeeIp);
      if (interaction === null) return refusal('not_found');
      const page = await messages.before(interactionId, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage);
      const notes = await ports.tools.notesOf(interactionId);
      return { ok: true, data: { interaction, ...toAgentPage(page), notes } };
    },
    'interaction:end': async ({ interactionId, closingNote = '', closingTag = '' }) => {
      const outcome = await attend.transition(
        interactionId,
        { kind: 'agent-end', agentId: agent.id },
        { closingNote, closingTag },
      );
      return toAnswer(outcome, () => ({}));
    },
    'message:post': async ({ attachmentIds = [], ...written }) => {
      const { publicName } = await self();
      const author = { side: 'agent' as const, agentId: agent.id, agentName: publicName };
      const outcome = await attend.post({ ...written, attachmentIds, author }, agent.connectionId);
      return toAnswer(outcome, ({ message }) => ({ sequence: message.sequence, sentAt: message.sentAt }));
    },
    'message:list': async ({ interactionId, afterSequence, beforeSequence, limit }) => {
      if (!(await mayRead(interactionId))) return refusal('not_found');
      const page =
        afterSequence === undefined
          ? await messages.before(interactionId, beforeSequence ?? Number.MAX_SAFE_INTEGER, limit)
          : await messages.after(interactionId, afterSequence, limit);
      return { ok: true, data: toAgentPage(page) };
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
      await visitors.update(stored.visitor.id, fields);
      const after = await interactions.find(interactionId);
      if (after === null) return refusal('not_found');
      publisher.visitorChanged(after);
      return { ok: true, data: { visitor: after.visitor } };
    },
    'visitor:history': async ({ interactionId, visitorId }) => {
      const stored = await held(interactionId);
      if (stored === null || stored.visitor.id !== visitorId) return refusal('not_found');
      return {
        ok: true,
        data: { interactions: await interactions.history(visitorId, interactionId, HISTORY_MAX) },
      };
    },
    'offline-message:take': async ({ offlineMessageId }) =>
      toAnswer(await offlineMessages.take(offlineMessageId, await self()), () => ({})),
    'offline-message:answer': async ({ offlineMessageId }) =>
      toAnswer(await offlineMessages.answer(offlineMessageId, await self()), () => ({})),
  };
}
