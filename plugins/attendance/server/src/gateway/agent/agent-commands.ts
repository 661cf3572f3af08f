import type { agentCommands } from '../../../../protocol/wire/agent-events';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Attend } from '../../application/attending/attend';
import type { Calls } from '../../application/calls/calls';
import type { KnownVisitors } from '../../application/known-visitors/known-visitors';
import { latestMessages, listMessages } from '../../application/messages/list-messages';
import type { AgentStore, StoredAgent } from '../../application/agents/ports';
import type { InteractionStore } from '../../application/interactions/ports';
import type { MessageReader } from '../../application/messages/ports';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { MayReadTranscript } from '../../application/transcripts/reading-rights';
import type { InteractionSearch } from '../../application/search/search';
import type { OfflineMessages } from '../../application/offline-messages/offline-messages';
import type { AgentTools } from '../../application/tools/tools';
import type { Transfers } from '../../application/attending/transfers';
import type { EditVisitor } from '../../application/known-visitors/edit-visitor';
import { toAgentSelf } from '../../presenters/agent';
import { toAgentInteraction } from '../../presenters/interaction';
import { toAgentPage } from '../../presenters/message';
import { refusal, toAnswer, type Handlers } from '../connection/answer';
import { createBlockHandlers, type BlockCommandPorts } from './block-commands';
import { createCallHandlers } from '../connection/call-commands';
import { createKnownVisitorHandlers } from './known-visitor-commands';
import type { SelfPublisher } from '../publish/publish-self';
import { createReportHandlers, type ReportPorts } from '../connection/report-commands';
import { createSearchHandlers } from './search-commands';
import type { SignedAgent } from '../connection/signed-agents';
import { createSupervisionHandlers, type SupervisionCommandPorts } from './supervision-commands';
import { createToolHandlers } from './tool-commands';
import { createTransferHandlers } from './transfer-commands';

export interface AgentCommandPorts extends BlockCommandPorts, ReportPorts, SupervisionCommandPorts {
  readonly attend: Attend;
  readonly calls: Calls;
  readonly tools: AgentTools;
  readonly transfers: Transfers;
  readonly knownVisitors: KnownVisitors;
  readonly search: InteractionSearch;
  readonly mayReadTranscript: MayReadTranscript;
  readonly agents: AgentStore;
  readonly interactions: InteractionStore;
  readonly messages: MessageReader;
  readonly editVisitor: EditVisitor;
  readonly offlineMessages: OfflineMessages;
  readonly selfChanged: SelfPublisher['selfChanged'];
}

const HISTORY_MAX = 50;

export function createAgentHandlers(
  ports: AgentCommandPorts,
  agent: SignedAgent,
): Handlers<typeof agentCommands> {
  const { agents, attend, interactions, messages, offlineMessages } = ports;
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
    const isFollowing = (followed: InteractionId): boolean =>
      ports.followings.has(followed, agent.connectionId);
    const reader = { agentId: agent.id, isSupervisor: isSupervisor(), isFollowing };
    return stored !== null && ports.mayReadTranscript(reader, stored);
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
    ...createReportHandlers(ports, 'agent', held),
    ...createTransferHandlers(ports.transfers, held, self),
    ...createBlockHandlers(ports, { held, self, isSupervisor }),
    ...createKnownVisitorHandlers(ports.knownVisitors, { held, self, isSupervisor }),
    ...createSupervisionHandlers(ports, agent, self),
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
      const page = await latestMessages(messages, interactionId);
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
    'message:list': async (query) => {
      if (!(await mayRead(query.interactionId))) return refusal('not_found');
      return { ok: true, data: toAgentPage(await listMessages(messages, query)) };
    },
    'visitor:update': async ({ interactionId, ...fields }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      return toAnswer(await ports.editVisitor(stored, fields), (visitor) => ({ visitor }));
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
