import { agentCommands, agentHandshakeSchema } from '../../../../protocol/wire/agent-events';
import type { AgentInteraction } from '../../../../protocol/interactions/interactions';
import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import { PROTOCOL_VERSION } from '../../../../protocol/shared/version';
import type { AdminSession, AdminSessions } from '../../application/agents/admin-sessions';
import type { CallSeats } from '../../application/calls/call-seats';
import type { ConnectionId } from '../../application/interactions/publisher';
import type { OfflineMessageStore } from '../../application/offline-messages/offline-messages';
import { toAgentSelf } from '../../presenters/agent';
import { toAgentInteraction, toQueue } from '../../presenters/interaction';
import { createAgentHandlers, type AgentCommandPorts } from './agent-commands';
import { serveCommands, type FaultLog, type Faults } from '../connection/answer';
import { agentGroup } from '../connection/channel-groups';
import type { AgentSocket, Gateway } from '../connection/gateway';
import { HandshakeError, refuseHandshake } from '../connection/handshake-error';
import type { BoardPublisher } from '../publish/publish-board';
import type { FollowersPublisher } from '../publish/publish-followed';
import type { SelfPublisher } from '../publish/publish-self';
import { createRateLimits } from '../limits/rate-limits';
import type { SignedAgent, SignedAgents } from '../connection/signed-agents';

export interface ServeAgentsPorts extends AgentCommandPorts {
  readonly sessions: AdminSessions;
  readonly announceSelf: SelfPublisher['announceSelf'];
  readonly signedAgents: SignedAgents;
  readonly callSeats: Pick<CallSeats, 'taken'>;
  readonly boardPublisher: Pick<BoardPublisher, 'changed' | 'unwatch' | 'watch'>;
  readonly followersPublisher: Pick<FollowersPublisher, 'followersChanged' | 'shownTo'>;
  readonly unansweredMessages: OfflineMessageStore['unanswered'];
  readonly now: () => number;
  /** Multiplies what one connection may do; 0 lifts the limits. */
  readonly connectionLimitFactor: number;
  readonly log: FaultLog;
  readonly isUnavailable: Faults['isUnavailable'];
}

export interface AgentSide {
  /** Checks the sessions of all open sockets: closes those that are over, and applies changed permissions. */
  recheck(): Promise<void>;
  /** The user signed out somewhere: Offline at once, even if the page has closed its connection already [R14]. */
  signedOut(userId: number): Promise<void>;
}

/** Signed-in agent whose session may change, for the one place that renews it; everybody else reads. */
type Renewable = Omit<SignedAgent, 'session'> & { session: AdminSession };

/** Serves the namespace /agent. */
export function serveAgents(gateway: Gateway, ports: ServeAgentsPorts): AgentSide {
  const { signedAgents } = ports;
  const agentOf = new WeakMap<AgentSocket, Renewable>();

  /** Notes that the agent's last connection was lost: what they hold is kept for a limited time [R14]. */
  const noteLost = (id: AgentId, lostAt: number | null): void => {
    ports.agents.setLost(id, lostAt).catch((fault: unknown) => {
      ports.log.error('attendance: a lost connection was not stored', { fault: String(fault) });
    });
  };

  gateway.agents.use((socket, next) => {
    signIn(socket, ports).then(
      (who) => {
        agentOf.set(socket, who);
        next();
      },
      (fault: unknown) => next(refuseHandshake(fault, ports.log)),
    );
  });

  gateway.agents.on('connection', (socket) => {
    const who = agentOf.get(socket);
    if (who === undefined) return void socket.disconnect(true);
    signedAgents.add(who);
    const isFirst = gateway.connectedAgents.add(who.id);
    ports.boardPublisher.changed();
    socket.on('disconnect', () => {
      signedAgents.remove(who);
      stopSupervising(who.connectionId, ports);
      standUp(who.connectionId, ports);
      const isLast = gateway.connectedAgents.remove(who.id);
      ports.boardPublisher.changed();
      if (isLast && !gateway.isStopping()) noteLost(who.id, ports.now());
    });
    if (isFirst) noteLost(who.id, null);
    serveCommands(socket, agentCommands, createAgentHandlers(ports, who), {
      ...createRateLimits(ports.now, ports.connectionLimitFactor),
      log: ports.log,
      isUnavailable: ports.isUnavailable,
    });
    sendSnapshot(socket, who, gateway, ports).catch((fault: unknown) => {
      ports.log.error('attendance: no snapshot', { fault: String(fault) });
      socket.disconnect(true);
    });
  });

  return {
    recheck: async () => {
      for (const socket of gateway.agents.sockets.values()) {
        const who = agentOf.get(socket);
        if (who === undefined) continue;
        const session = await ports.sessions.renew(who.session);
        if (session !== null) {
          const wasSupervisor = who.session.isSupervisor;
          who.session = session;
          if (session.isSupervisor === wasSupervisor) continue;
          if (wasSupervisor) forbidSupervising(who.connectionId, gateway, ports);
          await ports.announceSelf(who.id);
          continue;
        }
        // Signing out is Offline at once [R14], unless they are signed in elsewhere too.
        const { sessionId } = who.session;
        const isElsewhere = signedAgents.of(who.id).some((other) => other.session.sessionId !== sessionId);
        if (!isElsewhere)
          await ports.attend.setPresence(who.id, 'offline', await whyOver(who.session, ports));
        socket.disconnect(true);
        await ports.announceSelf(who.id);
      }
    },
    signedOut: async (userId) => {
      const agent = await ports.agents.findByUser(userId);
      if (agent?.presence !== 'online') return;
      await ports.attend.setPresence(agent.id, 'offline', 'signed-out');
      ports.selfChanged({ ...agent, presence: 'offline' });
    },
  };
}

/** Resolves to why a session is over: its user signed out, or may attend no more. */
async function whyOver(
  { userId }: AdminSession,
  { sessions }: ServeAgentsPorts,
): Promise<'removed' | 'signed-out'> {
  return (await sessions.mayAttend(userId)) ? 'signed-out' : 'removed';
}

/** Ends what a connection follows and watches; returns what it followed. */
function stopSupervising(
  connectionId: ConnectionId,
  { boardPublisher, followersPublisher, followings }: ServeAgentsPorts,
): readonly InteractionId[] {
  boardPublisher.unwatch(connectionId);
  const followed = followings.endAll(connectionId);
  followed.forEach(followersPublisher.followersChanged);
  return followed;
}

/** [R17] Ends it for one who may not supervise any more, and says so. */
function forbidSupervising(
  connectionId: ConnectionId,
  { facts }: Pick<Gateway, 'facts'>,
  ports: ServeAgentsPorts,
): void {
  for (const interactionId of stopSupervising(connectionId, ports))
    facts.toFollower(interactionId, connectionId, 'supervision:released', {
      interactionId,
      reason: 'forbidden',
    });
}

/** The seat of a lost connection is free for another tab; the call goes on [M7]. */
function standUp(connectionId: ConnectionId, { calls, log }: ServeAgentsPorts): void {
  calls.left(connectionId).catch((fault: unknown) => {
    log.error('attendance: a seat in a call was not given back', { fault: String(fault) });
  });
}

async function signIn(socket: AgentSocket, { agents, sessions }: ServeAgentsPorts): Promise<Renewable> {
  const handshake = agentHandshakeSchema.safeParse(socket.handshake.auth);
  if (!handshake.success || handshake.data.protocol !== PROTOCOL_VERSION)
    throw new HandshakeError('bad_request');
  const session = await sessions.verify(handshake.data.token);
  if (session === null) throw new HandshakeError('unauthorized');
  const { id } = await agents.ensure(session.userId, session.name);
  return { connectionId: socket.id, session, id };
}

/** Sends a new connection who follows what its agent holds [R17]. */
async function sendFollowers(
  socket: AgentSocket,
  { id }: SignedAgent,
  { followersPublisher, followings, interactions }: ServeAgentsPorts,
): Promise<void> {
  if (followings.isEmpty()) return;
  const held = await interactions.heldBy(id);
  const shown = await followersPublisher.shownTo(
    id,
    held.map(({ interaction }) => interaction.id),
  );
  for (const fact of shown) socket.emit('followers:changed', fact);
}

async function sendSnapshot(
  socket: AgentSocket,
  who: SignedAgent,
  gateway: Gateway,
  ports: ServeAgentsPorts,
): Promise<void> {
  const group = agentGroup(who.id);
  await gateway.snapshots.send(
    group,
    () =>
      Promise.all([
        ports.agents.find(who.id),
        ports.interactions.heldBy(who.id),
        ports.interactions.waiting(),
        ports.unansweredMessages(),
        ports.tools.all(),
      ]),
    ([self, held, waiting, offlineMessages, tools]) => {
      if (self === null) throw new Error('the agent behind a socket has no row');
      void socket.join(group);
      socket.emit('snapshot', {
        serverNow: ports.now(),
        self: toAgentSelf(self, who.session.isSupervisor),
        interactions: held
          .map((stored) => toAgentInteraction(stored, who.session.canSeeIp))
          .filter((view): view is AgentInteraction => view !== null),
        queue: toQueue(waiting),
        offlineMessages,
        tools,
      });
      for (const { interaction } of held)
        if (interaction.call?.state === 'connected')
          socket.emit('call:seats', {
            interactionId: interaction.id,
            ...ports.callSeats.taken(interaction.id),
          });
    },
  );
  await sendFollowers(socket, who, ports);
  await ports.attend.assignWaiting();
}
