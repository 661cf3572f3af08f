import type { Socket as TcpSocket } from 'node:net';
import type { Server } from 'socket.io';

/** Parts used of a connection: its WebSocket, and the TCP socket beneath it. */
interface Connection {
  readonly transport: { readonly socket?: { readonly _socket?: TcpSocket | null } };
}

/**
 * Corks the sockets, so that the frames that one turn of the event loop writes to a connection leave in one system call, which is the dearest part of
 * a message: after a group commit the agent of several visitors is notified of all of them at once. Nothing waits for it.
 */
export function writeTogether(engine: Server['engine']): void {
  let corked = new Set<TcpSocket>();
  const uncork = (): void => {
    const written = corked;
    // Uncorking tells the transport that it may write on, which corks again.
    corked = new Set();
    for (const socket of written) socket.uncork();
  };
  engine.on('flush', ({ transport }: Connection) => {
    const socket = transport.socket?._socket;
    if (!socket || corked.has(socket)) return;
    if (corked.size === 0) process.nextTick(uncork);
    corked.add(socket);
    socket.cork();
  });
}
