import { createRequire } from 'node:module';
import { io, type Socket } from 'socket.io-client';

import type { VisitorClientEvents, VisitorServerEvents } from '../../../plugins/attendance/protocol/events';
import type { Product } from './product';

// The plugin is a CommonJS package, whose named exports an ES module does not see.
const { PROTOCOL_VERSION, SOCKET_PATH } = createRequire(import.meta.url)(
  '../../../plugins/attendance/protocol/version.ts',
) as typeof import('../../../plugins/attendance/protocol/version');

export type Stranger = Socket<VisitorServerEvents, VisitorClientEvents>;

/** A visitor of the shop who speaks the protocol by hand, with an interaction of their own. */
export async function openStranger({ shopUrl, url }: Product): Promise<Stranger> {
  const page = { url: `${shopUrl}/`, title: 'Loja', referrer: '' };
  const answers = { name: 'Mallory', email: 'mallory@exemplo.com' };
  const socket: Stranger = io(`${url}/visitor`, {
    path: SOCKET_PATH,
    auth: { protocol: PROTOCOL_VERSION, siteKey: 'loja-demo', token: null, locale: 'pt-BR', page },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: shopUrl },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('snapshot', () => resolve());
    socket.once('connect_error', reject);
  });
  const answer = await socket.emitWithAck('interaction:request', { channel: 'chat', answers, page });
  if (!answer.ok) throw new Error(`the stranger was refused: ${answer.error.code}`);
  return socket;
}
