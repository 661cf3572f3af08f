import { createRequire } from 'node:module';
import { io, type Socket } from 'socket.io-client';

import type { Channel } from '../../../../plugins/attendance/protocol/shared/choices';
import type {
  VisitorClientEvents,
  VisitorServerEvents,
} from '../../../../plugins/attendance/protocol/wire/events';
import type { Product } from '../product/product';

// The plugin is a CommonJS package, whose named exports an ES module does not see.
const { PROTOCOL_VERSION, SOCKET_PATH } = createRequire(import.meta.url)(
  '../../../../plugins/attendance/protocol/shared/version.ts',
) as typeof import('../../../../plugins/attendance/protocol/shared/version');

export type Stranger = Socket<VisitorServerEvents, VisitorClientEvents>;

const pageOf = ({ shopUrl }: Product) => ({ url: `${shopUrl}/`, title: 'Loja', referrer: '' });

/** Somebody who speaks the protocol by hand, from a page of the shop. */
export async function connectStranger(product: Product): Promise<Stranger> {
  const { shopUrl, url } = product;
  const page = pageOf(product);
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
  return socket;
}

/** What the server says to a request made by hand. */
export async function requestByHand(
  product: Product,
  socket: Stranger,
  request: { channel?: Channel; answers: Record<string, string>; consentVersion?: number },
) {
  return socket.emitWithAck('interaction:request', { channel: 'chat', page: pageOf(product), ...request });
}

/** A visitor of the shop who speaks the protocol by hand, with an interaction of their own. */
export async function openStranger(product: Product): Promise<Stranger> {
  const socket = await connectStranger(product);
  const answers = { name: 'Mallory', email: 'mallory@exemplo.com' };
  const answer = await requestByHand(product, socket, { answers });
  if (!answer.ok) throw new Error(`the stranger was refused: ${answer.error.code}`);
  return socket;
}
