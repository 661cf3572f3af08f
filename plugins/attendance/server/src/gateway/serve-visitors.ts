import { LIMITS } from '../../../protocol/limits';
import { PROTOCOL_VERSION } from '../../../protocol/version';
import { visitorCommands, visitorHandshakeSchema } from '../../../protocol/visitor-events';
import { readDevice } from '../adapters/device';
import type { Site, SiteStore } from '../adapters/site-store';
import type { Attend } from '../application/attend';
import type { StoredInteraction } from '../application/ports';
import { toVisitorInteraction } from '../presenters/interaction';
import { refusal, serveCommands, type FaultLog } from './answer';
import { visitorGroup } from './channel-groups';
import type { Gateway } from './gateway';
import { HandshakeError } from './handshake-error';
import { createRateLimits } from './rate-limits';
import { createVisitorHandlers, type VisitorCommandPorts, type VisitorSession } from './visitor-commands';

export interface ServeVisitorsPorts extends VisitorCommandPorts {
  readonly sites: SiteStore;
  readonly now: () => number;
  readonly trustedProxies: string;
  readonly log: FaultLog;
}

type VisitorSocket = Parameters<Parameters<Gateway['visitors']['on']>[1]>[0];

/** Everything on /visitor: the handshake, the snapshot, the commands, and away when the last connection is lost [P1]. */
export function serveVisitors(gateway: Gateway, ports: ServeVisitorsPorts): void {
  const sessions = new WeakMap<object, VisitorSession>();

  gateway.visitors.use((socket, next) => {
    readSession(socket as VisitorSocket, gateway, ports).then(
      (session) => {
        sessions.set(socket, session);
        next();
      },
      (fault: unknown) => {
        if (!(fault instanceof HandshakeError))
          ports.log.error('attendance: a handshake failed', { fault: String(fault) });
        next(fault instanceof HandshakeError ? fault : new HandshakeError('internal'));
      },
    );
  });

  gateway.visitors.on('connection', (socket) => {
    const session = sessions.get(socket);
    if (session === undefined) return void socket.disconnect(true);
    const handlers = createVisitorHandlers(ports, session);
    serveCommands(
      socket,
      visitorCommands,
      {
        ...handlers,
        'offline-message:leave': () => Promise.resolve(refusal('unavailable')),
      },
      { ...createRateLimits(ports.now), log: ports.log },
    );
    socket.on('disconnect', () => {
      if (session.visitorId === null || !gateway.connectedVisitors.remove(session.visitorId)) return;
      leave(session, ports).catch((fault: unknown) =>
        ports.log.error('attendance: away was not stored', { fault: String(fault) }),
      );
    });
    welcome(socket, session, gateway, ports).catch((fault: unknown) => {
      ports.log.error('attendance: no snapshot', { fault: String(fault) });
      socket.disconnect(true);
    });
  });
}

async function readSession(
  socket: VisitorSocket,
  gateway: Gateway,
  ports: ServeVisitorsPorts,
): Promise<VisitorSession> {
  const handshake = visitorHandshakeSchema.safeParse(socket.handshake.auth);
  if (!handshake.success || handshake.data.protocol !== PROTOCOL_VERSION)
    throw new HandshakeError('bad_request');
  const { locale, page, siteKey, token } = handshake.data;
  const site = await ports.sites.find(siteKey);
  if (site === null) throw new HandshakeError('not_found');
  if (!isOriginOf(site, socket.handshake.headers.origin, socket.handshake.headers.host))
    throw new HandshakeError('forbidden');
  const visitor = token === null ? null : await ports.visitors.findByToken(site.id, token);
  const session: VisitorSession = {
    site,
    visitorId: visitor?.id ?? null,
    page,
    device: { ...readDevice(socket.request, ports.trustedProxies), language: locale },
    becameKnown: async (id) => {
      session.visitorId = id;
      gateway.connectedVisitors.add(id);
      await socket.join(visitorGroup(id));
    },
  };
  return session;
}

function isOriginOf(site: Site, origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return false;
  return site.origins.includes(origin) || new URL(origin).host === host;
}

async function welcome(
  socket: VisitorSocket,
  session: VisitorSession,
  gateway: Gateway,
  ports: ServeVisitorsPorts,
): Promise<void> {
  let stored: StoredInteraction | null = null;
  if (session.visitorId !== null) {
    gateway.connectedVisitors.add(session.visitorId);
    await socket.join(visitorGroup(session.visitorId));
    stored = await comeBack(session, ports);
  }
  const transcript =
    stored === null
      ? null
      : await ports.messages.before(stored.interaction.id, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage);
  socket.emit('snapshot', {
    serverNow: ports.now(),
    availability: (await ports.isAvailable()) ? 'online' : 'offline',
    isRecognised: session.visitorId !== null,
    visitorName: stored?.visitor.name ?? '',
    interaction: stored === null ? null : toVisitorInteraction(stored, null),
    messages: transcript?.messages ?? [],
  });
}

/** Resumes the live interaction, if any [P2]. */
async function comeBack(
  session: VisitorSession,
  { attend, interactions }: ServeVisitorsPorts,
): Promise<StoredInteraction | null> {
  if (session.visitorId === null) return null;
  const live = await interactions.findLive(session.site.id, session.visitorId);
  if (live === null || live.interaction.away === null) return live;
  const outcome = await attend.transition(live.interaction.id, { kind: 'return' });
  return outcome.ok ? outcome.data : live;
}

async function leave(
  session: VisitorSession,
  ports: ServeVisitorsPorts & { readonly attend: Attend },
): Promise<void> {
  if (session.visitorId === null) return;
  const live = await ports.interactions.findLive(session.site.id, session.visitorId);
  if (live === null) return;
  const { persistenceMs } = await ports.sites.settings();
  await ports.attend.transition(live.interaction.id, { kind: 'leave', persistenceMs });
}
