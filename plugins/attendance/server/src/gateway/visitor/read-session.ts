import type { IncomingMessage } from 'node:http';

import { PROTOCOL_VERSION } from '../../../../protocol/shared/version';
import { visitorHandshakeSchema } from '../../../../protocol/wire/visitor-events';
import type { VisitorPresence } from '../../application/attending/visitor-presence';
import type { Site, SiteStore } from '../../application/settings/sites';
import type { VisitorStore } from '../../application/visitors/ports';
import { visitorGroup } from '../connection/channel-groups';
import { isSameHost, originOf, type Gateway, type VisitorSocket } from '../connection/gateway';
import { HandshakeError } from '../connection/handshake-error';
import type { VisitorSession } from './visitor-session';

export interface ReadSessionPorts {
  readonly visitors: Pick<VisitorStore, 'present'>;
  readonly sites: Pick<SiteStore, 'find'>;
  readonly visitorPresence: Pick<VisitorPresence, 'leave'>;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly now: () => number;
}

/** Resolves to the session of a socket, by its handshake. Throws a `HandshakeError` for what is no handshake of a page of the site. */
export async function readSession(
  socket: VisitorSocket,
  { connectedVisitors }: Pick<Gateway, 'connectedVisitors'>,
  ports: ReadSessionPorts,
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
      const before = session.visitorId;
      session.visitorId = id;
      // Gone meanwhile: no disconnect will come any more that could take them off again.
      if (socket.disconnected) return;
      // Retention had deleted the one before.
      if (before !== null) {
        connectedVisitors.remove(before);
        await socket.leave(visitorGroup(before));
      }
      connectedVisitors.add(id);
      await socket.join(visitorGroup(id));
    },
    requested: async (id) => {
      if (!connectedVisitors.has(id)) await ports.visitorPresence.leave(session);
    },
  };
  return session;
}

function isOriginOf(site: Site, origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && (site.origins.includes(origin) || isSameHost(origin, host));
}
