import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Namespace, type Socket } from 'socket.io';

import type {
  AgentClientEvents,
  AgentServerEvents,
  VisitorClientEvents,
  VisitorServerEvents,
} from '../../../protocol/events';
import type { AgentId, VisitorId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import { NAMESPACE, SOCKET_PATH } from '../../../protocol/version';
import type { ConnectionId } from '../application/publisher';
import { closeStalled } from './close-stalled';
import { createConnections, type Connections } from './connections';
import { passUpgradesOn } from './pass-upgrades-on';
import { createWelcomes, type Welcomes } from './welcomes';
import { writeTogether } from './write-together';

export type VisitorNamespace = Namespace<VisitorClientEvents, VisitorServerEvents>;
export type AgentNamespace = Namespace<AgentClientEvents, AgentServerEvents>;
export type VisitorSocket = Socket<VisitorClientEvents, VisitorServerEvents>;
export type AgentSocket = Socket<AgentClientEvents, AgentServerEvents>;

export interface Gateway {
  readonly visitors: VisitorNamespace;
  readonly agents: AgentNamespace;
  readonly connectedVisitors: Connections<VisitorId>;
  readonly connectedAgents: Connections<AgentId>;
  readonly welcomes: Welcomes;
  /** Whether nobody but this connection would hear what is told to the group. */
  isAlone(namespace: VisitorNamespace | AgentNamespace, group: string, id: ConnectionId | undefined): boolean;
  /** Whether nobody is connected at all. */
  isEmpty(): boolean;
  /** True once the service goes down: connections lost from then on say nothing of the people behind them. */
  isStopping(): boolean;
  stop(): Promise<void>;
}

export interface GatewayRules {
  isOriginAllowed(origin: string): Promise<boolean>;
  /** How many milliseconds this address must wait before it may connect again; 0 lets it in. */
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
  return {
    isEmpty: () => io.engine.clientsCount === 0,
    isStopping: () => isStopping,
    // On one server, its own memory knows every connection.
    isAlone: (namespace, group, id) => {
      const members = namespace.adapter.rooms.get(group);
      return members === undefined || (members.size === 1 && id !== undefined && members.has(id));
    },
    visitors: io.of(NAMESPACE.visitor),
    agents: io.of(NAMESPACE.agent),
    connectedVisitors: createConnections(),
    connectedAgents: createConnections(),
    welcomes: createWelcomes(),
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
 * The page behind a request. A browser leaves the origin out of a GET to the page's own, with which long polling begins, and says so
 * in a header that no page can set.
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
