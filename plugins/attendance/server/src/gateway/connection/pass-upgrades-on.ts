import { ServerResponse, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Time in ms that another plugin's listener has for an upgrade before it counts as unhandled. */
const CHANCE_MS = 3_000;
/** Time in ms for which the response to one may stand still. */
const ANSWER_MS = 10_000;

/**
 * Passes unhandled upgrades on. Socket.IO listens for upgrades, and since somebody does, Node hands each of them to such listeners alone: those on
 * other paths would never be answered, nor their connections closed. So whatever no listener takes is served as the request that it would be without
 * us: Strapi responds to it (its data transfer is a route that takes a WebSocket), or with an error. To be called right after Socket.IO was attached;
 * returns the function that stops it.
 */
export function passUpgradesOn(http: HttpServer, ownPath: string): () => void {
  // Socket.IO's, which looks at its own path alone. Whoever else listens is asked first.
  const own = http.listeners('upgrade').at(-1);
  const listen = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    if (request.url?.startsWith(`${ownPath}/`) === true) return;
    const socket = stream as Socket;
    // Node's own listener is gone: without one, a connection that breaks would end the process.
    socket.on('error', () => socket.destroy());
    const before = socket.bytesWritten;
    const pass = (): void => {
      const isTaken =
        socket.bytesWritten > before || socket.listenerCount('data') + socket.listenerCount('readable') > 0;
      if (isTaken || socket.destroyed) return;
      if (socket.writable) serve(http, request, socket, head);
      else socket.destroy();
    };
    const hasOthers = http.listeners('upgrade').some((one) => one !== listen && one !== own);
    if (!hasOthers) pass();
    else {
      const timer = setTimeout(pass, CHANCE_MS);
      socket.once('close', () => clearTimeout(timer));
    }
  };
  // Before all others: what they write at once is seen.
  http.prependListener('upgrade', listen);
  return () => void http.off('upgrade', listen);
}

function serve(http: HttpServer, request: IncomingMessage, socket: Socket, head: Buffer): void {
  // Whatever follows the headers was not read as a body, and never will be.
  if (request.method !== 'GET') {
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
      socket.destroy(),
    );
    return;
  }
  if (head.length > 0) socket.unshift(head);
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => {
    response.detachSocket(socket);
    socket.destroySoon();
  });
  // A WebSocket that is made of it takes this off again.
  socket.setTimeout(ANSWER_MS, () => socket.destroy());
  http.emit('request', request, response);
}
