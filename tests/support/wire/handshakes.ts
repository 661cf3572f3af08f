import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

import { SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';

const HANDSHAKES = {
  polling: { path: `${SOCKET_PATH}/?EIO=4&transport=polling`, headers: {} },
  websocket: {
    path: `${SOCKET_PATH}/?EIO=4&transport=websocket`,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    },
  },
} as const;

export const TRANSPORTS = ['polling', 'websocket'] as const;

/**
 * Sends the first request of a transport by hand, with headers that no browser would let a page set; returns the status.
 */
export function handshake(
  url: string,
  transport: (typeof TRANSPORTS)[number],
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const { headers: own, path } = HANDSHAKES[transport];
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { headers: { ...own, ...headers } });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}
