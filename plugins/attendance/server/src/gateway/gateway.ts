import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Namespace } from 'socket.io';

import type {
  AgentClientEvents,
  AgentServerEvents,
  VisitorClientEvents,
  VisitorServerEvents,
} from '../../../protocol/events';
import type { AgentId, VisitorId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import { NAMESPACE, SOCKET_PATH } from '../../../protocol/version';
import type { Publisher } from '../application/publisher';
import { toAgentInteraction, toVisitorInteraction } from '../presenters/interaction';
import { agentGroup, visitorGroup } from './channel-groups';
import { createConnections, type Connections } from './connections';

export type VisitorNamespace = Namespace<VisitorClientEvents, VisitorServerEvents>;
export type AgentNamespace = Namespace<AgentClientEvents, AgentServerEvents>;

export interface Gateway {
  readonly visitors: VisitorNamespace;
  readonly agents: AgentNamespace;
  readonly connectedVisitors: Connections<VisitorId>;
  readonly connectedAgents: Connections<AgentId>;
  stop(): Promise<void>;
}

/** Socket.IO on Strapi's own HTTP server, on a path of its own. It is never the truth: it carries what was committed. */
export function createGateway(
  http: HttpServer,
  isOriginAllowed: (origin: string) => Promise<boolean>,
): Gateway {
  const io = new Server(http, {
    path: SOCKET_PATH,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: LIMITS.socketFrameBytes,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    // CORS covers polling only, so a plain WebSocket is checked here as well.
    allowRequest: (request, decide) => {
      isRequestAllowed(request, isOriginAllowed).then(
        (isAllowed) => decide(isAllowed ? null : 'forbidden', isAllowed),
        () => decide('unavailable', false),
      );
    },
  });
  return {
    visitors: io.of(NAMESPACE.visitor),
    agents: io.of(NAMESPACE.agent),
    connectedVisitors: createConnections(),
    connectedAgents: createConnections(),
    stop: async () => {
      // Strapi closes the HTTP server; we close only what is ours.
      io.disconnectSockets(true);
      io.engine.close();
      await Promise.resolve();
    },
  };
}

/** The widget's frame and the admin panel have the server's own origin; a client of a site's own has a listed one. */
async function isRequestAllowed(
  request: IncomingMessage,
  isOriginAllowed: (origin: string) => Promise<boolean>,
): Promise<boolean> {
  const { origin, host } = request.headers;
  if (origin === undefined || origin === 'null') return false;
  if (isSameHost(origin, host)) return true;
  return isOriginAllowed(origin);
}

function isSameHost(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Sends what was committed to the two people of an interaction, and to nobody else (K9). */
export function createPublisher(
  { agents, visitors }: Pick<Gateway, 'agents' | 'visitors'>,
  onQueueChanged: () => void,
): Publisher {
  return {
    transitioned: ({ stored, lines }) => {
      const { interaction } = stored;
      const toVisitor = visitors.to(visitorGroup(interaction.visitorId));
      for (const message of lines)
        toVisitor.emit('message:posted', { interactionId: interaction.id, message });
      toVisitor.emit('interaction:changed', { interaction: toVisitorInteraction(stored, null) });
      const view = toAgentInteraction(stored);
      if (view === null) return;
      const toAgent = agents.to(agentGroup(view.agentId));
      toAgent.emit('interaction:changed', { interaction: view });
      for (const message of lines) toAgent.emit('message:posted', { interactionId: interaction.id, message });
    },
    messagePosted: ({ interaction }, message) => {
      const fact = { interactionId: interaction.id, message };
      visitors.to(visitorGroup(interaction.visitorId)).emit('message:posted', fact);
      if (interaction.status === 'assigned')
        agents.to(agentGroup(interaction.agentId)).emit('message:posted', fact);
    },
    receiptAdvanced: ({ interaction }, side, receipts) => {
      const fact = { interactionId: interaction.id, side, watermark: receipts[side] };
      visitors.to(visitorGroup(interaction.visitorId)).emit('receipt:advanced', fact);
      if (interaction.status === 'assigned')
        agents.to(agentGroup(interaction.agentId)).emit('receipt:advanced', fact);
    },
    typingChanged: ({ interaction }, side, isTyping) => {
      const fact = { interactionId: interaction.id, isTyping };
      if (side === 'agent') visitors.to(visitorGroup(interaction.visitorId)).emit('typing:changed', fact);
      else if (interaction.status === 'assigned')
        agents.to(agentGroup(interaction.agentId)).emit('typing:changed', fact);
    },
    removed: (agentId, interactionId, reason) => {
      agents.to(agentGroup(agentId)).emit('interaction:removed', { interactionId, reason });
    },
    queueChanged: onQueueChanged,
  };
}
