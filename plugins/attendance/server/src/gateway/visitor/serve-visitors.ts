import type { IncomingMessage } from 'node:http';

import type { OwnBlock } from '../../../../protocol/visitors/blocks';
import type { VisitorId } from '../../../../protocol/schemas/ids';
import { PROTOCOL_VERSION } from '../../../../protocol/shared/version';
import { visitorCommands, visitorHandshakeSchema } from '../../../../protocol/wire/visitor-events';
import type { Message } from '../../../../protocol/messages/messages';
import type { AvailabilityNews } from '../../application/attending/availability';
import type { CallSeats } from '../../application/calls/call-seats';
import { latestMessages } from '../../application/messages/list-messages';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { SettingsStore, ConfigVersion, Site, SiteStore } from '../../application/settings/sites';
import { knownOf, type VisitorStore } from '../../application/visitors/ports';
import { isLive } from '../../domain/interactions/interaction-state';
import { toVisitorInteraction } from '../../presenters/interaction';
import { toVisitorPage } from '../../presenters/message';
import { toOwnBlock } from '../../presenters/block';
import { serveCommands, type FaultLog, type Faults } from '../connection/answer';
import { siteGroup, visitorGroup } from '../connection/channel-groups';
import { isSameHost, originOf, type Gateway, type VisitorSocket } from '../connection/gateway';
import { HandshakeError, refuseHandshake } from '../connection/handshake-error';
import { createMerges } from './merges';
import { createRateLimits } from '../limits/rate-limits';
import { createVisitorHandlers, type VisitorCommandPorts } from './visitor-commands';
import type { VisitorSession } from './visitor-session';

export interface ServeVisitorsPorts extends VisitorCommandPorts {
  readonly visitors: Pick<VisitorStore, 'find' | 'present'>;
  readonly now: () => number;
  readonly sites: Pick<SiteStore, 'find' | 'findById'>;
  /** Version of a site's configuration as widgets have it; it grows with every change. */
  readonly configVersion: ConfigVersion;
  readonly settings: SettingsStore;
  readonly callSeats: Pick<CallSeats, 'taken'>;
  readonly availability: () => Promise<AvailabilityNews>;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Multiplies what one connection may do; 0 lifts the limits. */
  readonly connectionLimitFactor: number;
  readonly log: FaultLog;
  readonly isUnavailable: Faults['isUnavailable'];
}

export interface VisitorSide {
  /** Applies a merge to open connections: they go on as the visitor who is kept, and receive their state anew [P6]. */
  merged(goneId: VisitorId, keptId: VisitorId): Promise<void>;
}

/** Serves the namespace /visitor: handshake, snapshot, commands, and away when the last connection is lost [P1]. */
export function serveVisitors(gateway: Gateway, ports: ServeVisitorsPorts): VisitorSide {
  const sessions = new WeakMap<object, VisitorSession>();
  const merges = createMerges();

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
    // Made one with another while the handshake went on.
    session.visitorId = merges.current(session.visitorId);
    serveCommands(socket, visitorCommands, createVisitorHandlers(ports, session), {
      ...createRateLimits(ports.now, ports.connectionLimitFactor),
      log: ports.log,
      isUnavailable: ports.isUnavailable,
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
    if (session.visitorId !== null) gateway.connectedVisitors.add(session.visitorId);
    greet(socket, session, comeBack);
  });

  function greet(
    socket: VisitorSocket,
    session: VisitorSession,
    arrive: typeof comeBack | typeof resume,
  ): void {
    const sent = arrive(session, ports).then(() => sendSnapshot(socket, session, gateway, ports));
    sent.catch((fault: unknown) => {
      ports.log.error('attendance: no snapshot', { fault: String(fault) });
      socket.disconnect(true);
    });
  }

  return {
    merged: async (goneId, keptId) => {
      merges.note(goneId, keptId);
      for (const socket of gateway.visitors.sockets.values()) {
        const session = sessions.get(socket);
        if (session?.visitorId !== goneId && session?.visitorId !== keptId) continue;
        // Not again: a younger one may have taken its place meanwhile.
        session.freshToken = null;
        if (session.visitorId === goneId) {
          session.visitorId = keptId;
          gateway.connectedVisitors.remove(goneId);
          gateway.connectedVisitors.add(keptId);
          await socket.leave(visitorGroup(goneId));
        }
        greet(socket, session, resume);
      }
    },
  };
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
    displayedInteractionId: interactionId,
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

async function sendSnapshot(
  socket: VisitorSocket,
  session: VisitorSession,
  gateway: Gateway,
  ports: ServeVisitorsPorts,
): Promise<void> {
  const { visitorId } = session;
  const group = visitorId === null ? '' : visitorGroup(visitorId);
  await gateway.snapshots.send(
    group,
    async () => {
      const site = (await ports.sites.findById(session.site.id)) ?? session.site;
      return {
        site,
        siteVersion: await ports.configVersion(site),
        availability: await ports.availability(),
        live: visitorId === null ? null : await readDisplayed(session, ports),
        visitor: visitorId === null ? null : await ports.visitors.find(visitorId),
      };
    },
    ({ availability, live, site, siteVersion, visitor }) => {
      // One with another meanwhile: that one's is on its way.
      if (visitorId !== null && session.visitorId !== visitorId) return;
      void socket.join(siteGroup(site.id));
      if (visitorId !== null) void socket.join(group);
      socket.emit('snapshot', {
        serverNow: ports.now(),
        ...availability,
        isRecognised: visitorId !== null,
        token: session.freshToken,
        ...blockOf(session, ports, live?.stored ?? null),
        visitorName: visitor?.name ?? '',
        visitorEmail: visitor?.email ?? '',
        known: knownOf(visitor),
        siteVersion,
        interaction:
          live === null
            ? null
            : toVisitorInteraction(
                live.stored,
                ports.queueBoard.placeOf(live.stored.interaction.id),
                ports.presenceOf,
              ),
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

/** Returns the block of a session; one of its address alone does not cut off a visitor in an interaction. */
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
async function readDisplayed(
  { address, displayedInteractionId, site, visitorId }: VisitorSession,
  { interactions, messages, readingBudget }: ServeVisitorsPorts,
): Promise<{ stored: StoredInteraction; messages: Message[] } | null> {
  if (visitorId === null) return null;
  const live = await interactions.findLive(site.id, visitorId);
  const stored =
    live ?? (displayedInteractionId === null ? null : await interactions.find(displayedInteractionId));
  if (stored?.interaction.visitorId !== visitorId) return null;
  const page = await latestMessages(messages, stored.interaction.id);
  readingBudget.charge({ visitorId, address }, page.bytes, false);
  return { stored, messages: toVisitorPage(page).messages };
}

/** Resumes the live interaction, if any [P2]. */
async function resume(
  { site, visitorId }: VisitorSession,
  { attend, interactions }: ServeVisitorsPorts,
): Promise<StoredInteraction | null> {
  const live = visitorId === null ? null : await interactions.findLive(site.id, visitorId);
  if (live !== null && live.interaction.away !== null)
    await attend.transition(live.interaction.id, { kind: 'return' });
  return live;
}

/** Marks the visitor as back, on the page where they are now. */
async function comeBack(session: VisitorSession, ports: ServeVisitorsPorts): Promise<void> {
  const live = await resume(session, ports);
  if (live === null) return;
  const { currentTitle, currentUrl } = live.captured;
  if (session.page.url === currentUrl && session.page.title === currentTitle) return;
  await ports.attend.reportPage(session.site.id, session.visitorId, session.page);
}

async function leave(session: VisitorSession, ports: ServeVisitorsPorts): Promise<void> {
  if (session.visitorId === null) return;
  const live = await ports.interactions.findLive(session.site.id, session.visitorId);
  if (live === null) return;
  const { persistenceMs } = await ports.settings.get();
  await ports.attend.transition(live.interaction.id, { kind: 'leave', persistenceMs });
}
