import type { IncomingMessage } from 'node:http';

import type { OwnBlock } from '../../../protocol/blocks';
import { LIMITS } from '../../../protocol/limits';
import { PROTOCOL_VERSION } from '../../../protocol/version';
import { visitorCommands, visitorHandshakeSchema } from '../../../protocol/visitor-events';
import type { Message } from '../../../protocol/entities';
import type { AvailabilityNews } from '../application/availability';
import type { CallSeats } from '../application/call-seats';
import type { StoredInteraction } from '../application/ports';
import type { SettingsStore, Site, SiteStore } from '../application/sites';
import { knownOf } from '../application/visitors';
import { isLive } from '../domain/interaction';
import { toVisitorInteraction } from '../presenters/interaction';
import { toVisitorPage } from '../presenters/message';
import { toOwnBlock } from '../presenters/block';
import { serveCommands, type FaultLog } from './answer';
import { siteGroup, visitorGroup } from './channel-groups';
import { isSameHost, originOf, type Gateway, type VisitorSocket } from './gateway';
import { HandshakeError, refuseHandshake } from './handshake-error';
import { createRateLimits } from './rate-limits';
import { createVisitorHandlers, type VisitorCommandPorts, type VisitorSession } from './visitor-commands';

export interface ServeVisitorsPorts extends VisitorCommandPorts {
  readonly sites: Pick<SiteStore, 'find' | 'findById'>;
  /** Of what a widget shows of a site: grows with every change of it. */
  readonly shownVersion: (site: Site) => number;
  readonly settings: SettingsStore;
  readonly callSeats: Pick<CallSeats, 'taken'>;
  readonly availability: () => Promise<AvailabilityNews>;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Multiplies what one connection may do; 0 lifts the limits. */
  readonly connectionLimitFactor: number;
  readonly log: FaultLog;
}

/** Everything on /visitor: the handshake, the snapshot, the commands, and away when the last connection is lost [P1]. */
export function serveVisitors(gateway: Gateway, ports: ServeVisitorsPorts): void {
  const sessions = new WeakMap<object, VisitorSession>();

  gateway.visitors.use((socket, next) => {
    readSession(socket, gateway, ports).then(
      (session) => {
        sessions.set(socket, session);
        next();
      },
      (fault: unknown) => next(refuseHandshake(fault, ports.log)),
    );
  });

  gateway.visitors.on('connection', (socket) => {
    const session = sessions.get(socket);
    if (session === undefined) return void socket.disconnect(true);
    serveCommands(socket, visitorCommands, createVisitorHandlers(ports, session), {
      ...createRateLimits(ports.now, ports.connectionLimitFactor),
      log: ports.log,
    });
    socket.on('disconnect', () => {
      ports.calls.left(socket.id).catch((fault: unknown) => {
        ports.log.error('attendance: a seat in a call was not given back', { fault: String(fault) });
      });
      if (session.visitorId === null || !gateway.connectedVisitors.remove(session.visitorId)) return;
      // The next start finds who was here, and charges nobody for the time between.
      if (gateway.isStopping()) return;
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
  const { interactionId, locale, page, siteKey, token } = handshake.data;
  const site = await ports.sites.find(siteKey);
  if (site === null) throw new HandshakeError('not_found');
  const { headers } = socket.handshake;
  if (!isOriginOf(site, originOf(headers), headers.host)) throw new HandshakeError('forbidden');
  const known = token === null ? null : await ports.visitors.present(site.id, token, ports.now());
  const session: VisitorSession = {
    connectionId: socket.id,
    site,
    visitorId: known?.visitorId ?? null,
    freshToken: known?.freshToken ?? null,
    shownInteractionId: interactionId,
    page,
    language: locale,
    address: ports.addressOf(socket.request),
    userAgent: headers['user-agent'],
    becameKnown: async (id) => {
      session.visitorId = id;
      // Gone meanwhile: no disconnect will come any more that could take them off again.
      if (socket.disconnected) return;
      gateway.connectedVisitors.add(id);
      await socket.join(visitorGroup(id));
    },
    requested: async (id) => {
      if (!gateway.connectedVisitors.has(id)) await leave(session, ports);
    },
  };
  return session;
}

function isOriginOf(site: Site, origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && (site.origins.includes(origin) || isSameHost(origin, host));
}

async function welcome(
  socket: VisitorSocket,
  session: VisitorSession,
  gateway: Gateway,
  ports: ServeVisitorsPorts,
): Promise<void> {
  const { visitorId } = session;
  if (visitorId !== null) {
    gateway.connectedVisitors.add(visitorId);
    await comeBack(session, ports);
  }
  const group = visitorId === null ? '' : visitorGroup(visitorId);
  await gateway.welcomes.welcome(
    group,
    async () => ({
      site: (await ports.sites.findById(session.site.id)) ?? session.site,
      availability: await ports.availability(),
      live: visitorId === null ? null : await readShown(session, ports),
      visitor: visitorId === null ? null : await ports.visitors.find(visitorId),
    }),
    ({ availability, live, site, visitor }) => {
      void socket.join(siteGroup(site.id));
      if (visitorId !== null) void socket.join(group);
      socket.emit('snapshot', {
        serverNow: ports.now(),
        ...availability,
        isRecognised: visitorId !== null,
        token: session.freshToken,
        ...blockOf(session, ports, live?.stored ?? null),
        visitorName: visitor?.name ?? '',
        known: knownOf(visitor),
        siteVersion: ports.shownVersion(site),
        interaction:
          live === null
            ? null
            : toVisitorInteraction(live.stored, ports.queueBoard.placeOf(live.stored.interaction.id)),
        messages: live?.messages ?? [],
      });
      if (live?.stored.interaction.call?.state === 'connected')
        socket.emit('call:seats', {
          interactionId: live.stored.interaction.id,
          ...ports.callSeats.taken(live.stored.interaction.id),
        });
    },
  );
}

/** Whoever is talking is cut off by a block of their own alone, and not by one of their address. */
function blockOf(
  { address, site, visitorId }: VisitorSession,
  { blocks }: ServeVisitorsPorts,
  shown: StoredInteraction | null,
): { block?: OwnBlock } {
  const goesOn = shown !== null && isLive(shown.interaction);
  const block = toOwnBlock(
    goesOn ? blocks.ofVisitor(visitorId) : blocks.ofContact(site.id, visitorId, address),
  );
  return block === null ? {} : { block };
}

/** The live interaction, or else the one that the widget showed as live, which has ended meanwhile. */
async function readShown(
  { shownInteractionId, site, visitorId }: VisitorSession,
  { interactions, messages }: ServeVisitorsPorts,
): Promise<{ stored: StoredInteraction; messages: Message[] } | null> {
  if (visitorId === null) return null;
  const live = await interactions.findLive(site.id, visitorId);
  const stored = live ?? (shownInteractionId === null ? null : await interactions.find(shownInteractionId));
  if (stored?.interaction.visitorId !== visitorId) return null;
  const page = await messages.before(stored.interaction.id, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage);
  return { stored, messages: toVisitorPage(page).messages };
}

/** Resumes the live interaction, if any [P2], on the page where the visitor is now. */
async function comeBack(session: VisitorSession, ports: ServeVisitorsPorts): Promise<void> {
  const { attend, interactions } = ports;
  if (session.visitorId === null) return;
  const live = await interactions.findLive(session.site.id, session.visitorId);
  if (live === null) return;
  if (live.interaction.away !== null) await attend.transition(live.interaction.id, { kind: 'return' });
  const { currentTitle, currentUrl } = live.captured;
  if (session.page.url === currentUrl && session.page.title === currentTitle) return;
  await attend.reportPage(session.site.id, session.visitorId, session.page);
}

async function leave(session: VisitorSession, ports: ServeVisitorsPorts): Promise<void> {
  if (session.visitorId === null) return;
  const live = await ports.interactions.findLive(session.site.id, session.visitorId);
  if (live === null) return;
  const { persistenceMs } = await ports.settings.get();
  await ports.attend.transition(live.interaction.id, { kind: 'leave', persistenceMs });
}
