import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection by hand, with all that was received on it; `closed` resolves when the server has closed it. */
export interface RawConnection {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  heard(): string;
}

/** Connects, and writes `text` as it is: what no well-behaved client would send. */
export async function rawHttp(url: string, text: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk;
  });
  // A reset is a way of closing too.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return { socket, closed, heard: () => heard };
}

/** Returns the first request of a WebSocket, on any path. */
export const upgradeRequest = (path: string, method = 'GET'): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    '',
  ].join('\r\n');
