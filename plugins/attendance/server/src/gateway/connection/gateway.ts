import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Namespace, type Socket } from 'socket.io';

import type {
  AgentClientEvents,
  AgentServerEvents,
  VisitorClientEvents,
  VisitorServerEvents,
} from '../../../../protocol/wire/events';
import type { AgentId, VisitorId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import { NAMESPACE, SOCKET_PATH } from '../../../../protocol/shared/version';
import { closeStalled } from './close-stalled';
import { createConnections, type Connections } from './connections';
import { createFacts, type Facts } from './facts';
import { passUpgradesOn } from './pass-upgrades-on';
import { createSnapshots, type Snapshots } from './snapshots';
import { writeTogether } from './cork-sockets';

export type VisitorSocket = Socket<VisitorClientEvents, VisitorServerEvents>;
export type AgentSocket = Socket<AgentClientEvents, AgentServerEvents>;

/** A namespace for whoever serves it; what is emitted to more than one connection goes through `facts`. */
type Connecting<Connected extends { on: unknown; sockets: unknown; use: unknown }> = Pick<
  Connected,
  'on' | 'sockets' | 'use'
>;

export interface Gateway {
  readonly visitors: Connecting<Namespace<VisitorClientEvents, VisitorServerEvents>>;
  readonly agents: Connecting<Namespace<AgentClientEvents, AgentServerEvents>>;
  readonly connectedVisitors: Connections<VisitorId>;
  readonly connectedAgents: Connections<AgentId>;
  readonly facts: Facts;
  readonly snapshots: Pick<Snapshots, 'send'>;
  /** Returns whether nobody is connected at all. */
  isEmpty(): boolean;
  /** Returns true once the service goes down: connections lost from then on do not mean that the people left. */
  isStopping(): boolean;
  stop(): Promise<void>;
}

export interface GatewayRules {
  isOriginAllowed(origin: string): Promise<boolean>;
  /** Resolves to the milliseconds that this address must wait before it may connect again; 0 lets it in. */
  connectionDelay(request: IncomingMessage): Promise<number>;
}

/** Socket.IO on Strapi's own HTTP server, on a path of its own. It is never the truth: it carries what was committed. */
export function createGateway(http: HttpServer, rules: GatewayRules): Gateway {
  let isStopping = false;
  const others = http.listeners('upgrade');
  const io = new Server(http, {
    path: SOCKET_PATH,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: LIMITS.socketFrameBytes,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    // Asked once for each connection, when it is opened. CORS covers polling only, so a plain WebSocket is checked here as well.
    allowRequest: (request, decide) => {
      if (isStopping) return decide('unavailable', false);
      refusalOf(request, rules).then(
        (refusal) => decide(refusal, refusal === null),
        () => decide('unavailable', false),
      );
    },
  });
  const own = http.listeners('upgrade').filter((listener) => !others.includes(listener));
  writeTogether(io.engine);
  const stopClosing = closeStalled(io.engine);
  const leaveUpgrades = passUpgradesOn(http, SOCKET_PATH);
  const visitors: Namespace<VisitorClientEvents, VisitorServerEvents> = io.of(NAMESPACE.visitor);
  const agents: Namespace<AgentClientEvents, AgentServerEvents> = io.of(NAMESPACE.agent);
  const snapshots = createSnapshots();
  return {
    isEmpty: () => io.engine.clientsCount === 0,
    isStopping: () => isStopping,
    visitors,
    agents,
    connectedVisitors: createConnections(),
    connectedAgents: createConnections(),
    facts: createFacts({ visitors, agents }, snapshots),
    snapshots,
    stop: async () => {
      isStopping = true;
      leaveUpgrades();
      stopClosing();
      // The next gateway on this server hears them.
      for (const listener of own) http.off('upgrade', listener as () => void);
      // Strapi closes the HTTP server; we close only what is ours.
      io.disconnectSockets(true);
      io.engine.close();
      await Promise.resolve();
    },
  };
}

/** The widget's frame and the admin panel have the server's own origin; a client of a site's own has a listed one. */
async function refusalOf(request: IncomingMessage, rules: GatewayRules): Promise<string | null> {
  const { host } = request.headers;
  const origin = originOf(request.headers);
  if (origin === undefined || origin === 'null') return 'forbidden';
  if (!isSameHost(origin, host) && !(await rules.isOriginAllowed(origin))) return 'forbidden';
  if ((await rules.connectionDelay(request)) > 0) return 'rate_limited';
  return null;
}

/**
 * Returns the origin of the page behind a request. A browser leaves the origin out of a GET to the page's own, with which long polling begins, and
 * states so in a header that no page can set.
 */
export function originOf(headers: IncomingHttpHeaders): string | undefined {
  const isOwn = headers['sec-fetch-site'] === 'same-origin' && headers.host !== undefined;
  return headers.origin ?? (isOwn ? `http://${headers.host}` : undefined);
}

export function isSameHost(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host;
  } catch {
    return false;
  }
}
