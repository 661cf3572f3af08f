import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';

import { bytesTaken } from './bytes-taken';

export interface RequestRules {
  /** Time in ms within which headers must have come, where the application sets nothing else. */
  readonly headersMs: number;
  /** Time in ms in which a body must bring `leastBytes`; a slower one is given up. */
  readonly paceMs: number;
  readonly leastBytes: number;
  /** Time in ms after which a response of which nothing leaves is ended. */
  readonly stallMs: number;
  readonly lookMs: number;
}

export const REQUEST_RULES: RequestRules = {
  headersMs: 15_000,
  paceMs: 20_000,
  leastBytes: 1_024,
  stallMs: 30_000,
  lookMs: 5_000,
};

/** Node's own: whoever configures the server (`server.http.serverOptions`) has others. */
const NODES = { headersMs: 60_000, lookMs: 30_000 };

interface Underway {
  readonly response: ServerResponse;
  read: number;
  readAt: number;
  taken: number;
  takenAt: number;
}

/**
 * Ends requests that only keep the server waiting: headers that do not come, bodies that trickle, responses that nobody reads. What moves may take as
 * long as the server's request time-out lets it, and WebSockets are no requests any more. To be called before the server listens; returns the
 * function that stops it.
 */
export function boundRequests(http: HttpServer, rules: RequestRules = REQUEST_RULES): () => void {
  // How often Node looks is among its options, and read when it begins to listen.
  const looking = http as unknown as { connectionsCheckingInterval?: number };
  if (looking.connectionsCheckingInterval === NODES.lookMs)
    looking.connectionsCheckingInterval = rules.lookMs;
  if (http.headersTimeout === NODES.headersMs) http.headersTimeout = rules.headersMs;

  const underway = new Map<IncomingMessage, Underway>();
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    const now = performance.now();
    const { bytesRead } = request.socket;
    underway.set(request, { response, read: bytesRead, readAt: now, taken: 0, takenAt: now });
    response.once('close', () => underway.delete(request));
  };
  const look = (): void => {
    const now = performance.now();
    for (const [request, one] of underway)
      if (isTrickling(request, one, now, rules) || isUnread(request, one, now, rules))
        request.socket.destroy();
  };
  const timer = setInterval(look, rules.lookMs).unref();
  http.prependListener('request', listen);
  return () => {
    clearInterval(timer);
    http.off('request', listen);
  };
}

function isTrickling(
  request: IncomingMessage,
  one: Underway,
  now: number,
  { leastBytes, paceMs }: RequestRules,
): boolean {
  const { bytesRead } = request.socket;
  // What has come and was not read yet is for us to take, not for them to send.
  if (request.complete || request.readableLength > 0 || bytesRead - one.read >= leastBytes) {
    one.read = bytesRead;
    one.readAt = now;
    return false;
  }
  return now - one.readAt >= paceMs;
}

function isUnread(
  { socket }: IncomingMessage,
  one: Underway,
  now: number,
  { stallMs }: RequestRules,
): boolean {
  const taken = bytesTaken(socket);
  if (socket.writableLength === 0 || taken !== one.taken) {
    one.taken = taken;
    one.takenAt = now;
    return false;
  }
  return now - one.takenAt >= stallMs;
}
