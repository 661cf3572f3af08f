import { agentCommands, agentHandshakeSchema } from '../../../protocol/agent-events';
import { PROTOCOL_VERSION } from '../../../protocol/version';
import type { AdminSession, AdminSessions } from '../adapters/admin-session';
import type { SiteStore } from '../adapters/site-store';
import type { AgentInteraction } from '../../../protocol/entities';
import type { StoredAgent } from '../application/ports';
import { toAgentInteraction, toQueueEntry } from '../presenters/interaction';
import { createAgentHandlers, type AgentCommandPorts } from './agent-commands';
import { refusal, serveCommands, type FaultLog } from './answer';
import { agentGroup } from './channel-groups';
import type { Gateway } from './gateway';
import { HandshakeError } from './handshake-error';
import { createRateLimits } from './rate-limits';

export interface ServeAgentsPorts extends AgentCommandPorts {
  readonly sessions: AdminSessions;
  readonly sites: SiteStore;
  readonly now: () => number;
  readonly log: FaultLog;
}

type AgentSocket = Parameters<Parameters<Gateway['agents']['on']>[1]>[0];

interface Signed {
  readonly session: AdminSession;
  readonly agent: StoredAgent;
}

/** Everything on /agent. Answers a check of all open sockets, which closes those whose session no longer stands. */
export function serveAgents(gateway: Gateway, ports: ServeAgentsPorts): { recheck(): Promise<void> } {
  const signed = new Map<AgentSocket, Signed>();

  gateway.agents.use((socket, next) => {
    signIn(socket as AgentSocket, ports).then(
      (who) => {
        signed.set(socket as AgentSocket, who);
        next();
      },
      (fault: unknown) => {
        if (!(fault instanceof HandshakeError))
          ports.log.error('attendance: a handshake failed', { fault: String(fault) });
        next(fault instanceof HandshakeError ? fault : new HandshakeError('internal'));
      },
    );
  });

  gateway.agents.on('connection', (socket) => {
    const who = signed.get(socket);
    if (who === undefined) return void socket.disconnect(true);
    gateway.connectedAgents.add(who.agent.id);
    socket.on('disconnect', () => {
      signed.delete(socket);
      gateway.connectedAgents.remove(who.agent.id);
    });
    serveCommands(
      socket,
      agentCommands,
      {
        ...createAgentHandlers(ports, who.agent),
        'visitor:history': () => Promise.resolve(refusal('unavailable')),
        'offline-message:take': () => Promise.resolve(refusal('unavailable')),
        'offline-message:answer': () => Promise.resolve(refusal('unavailable')),
      },
      { ...createRateLimits(ports.now), log: ports.log },
    );
    welcome(socket, who, ports).catch((fault: unknown) => {
      ports.log.error('attendance: no snapshot', { fault: String(fault) });
      socket.disconnect(true);
    });
  });

  return {
    recheck: async () => {
      for (const [socket, { agent, session }] of signed) {
        if (await ports.sessions.isStanding(session)) continue;
        // Signing out is Offline at once [R14].
        await ports.attend.setPresence(agent.id, 'offline');
        socket.disconnect(true);
      }
    },
  };
}

async function signIn(socket: AgentSocket, { agents, sessions }: ServeAgentsPorts): Promise<Signed> {
  const handshake = agentHandshakeSchema.safeParse(socket.handshake.auth);
  if (!handshake.success || handshake.data.protocol !== PROTOCOL_VERSION)
    throw new HandshakeError('bad_request');
  const session = await sessions.verify(handshake.data.token);
  if (session === null) throw new HandshakeError('unauthorized');
  return { session, agent: await agents.ensure(session.userId, session.name) };
}

async function welcome(socket: AgentSocket, { agent }: Signed, ports: ServeAgentsPorts): Promise<void> {
  await socket.join(agentGroup(agent.id));
  const self = (await ports.agents.find(agent.id)) ?? agent;
  const [held, waiting, settings] = await Promise.all([
    ports.interactions.heldBy(agent.id),
    ports.interactions.waiting(),
    ports.sites.settings(),
  ]);
  socket.emit('snapshot', {
    serverNow: ports.now(),
    self,
    interactions: held.map(toAgentInteraction).filter((view): view is AgentInteraction => view !== null),
    queue: { count: waiting.length, entries: waiting.slice(0, 50).map(toQueueEntry) },
    offlineMessages: [],
    closingTags: [...settings.closingTags],
  });
  await ports.attend.assignWaiting();
}
