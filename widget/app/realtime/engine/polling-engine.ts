import { Socket, type SocketOptions } from 'engine.io-client';

/** The packet that ends a connection of Engine.IO. */
const CLOSE = '1';

/** The general engine: long polling first, which passes everywhere, then WebSocket if it opens after all. */
export class PollingEngine extends Socket {
  readonly #uri: string;

  constructor(uri: string, options: Partial<SocketOptions>) {
    super(uri, { ...options, transports: ['polling', 'websocket'] });
    this.#uri = `${uri}${options.path ?? ''}/?EIO=4&transport=polling&sid=`;
  }

  /** With a page that goes, the browser drops the requests that it begins; a beacon it sends. */
  override close(): this {
    if (this.id && this.transport.name === 'polling') navigator.sendBeacon(this.#uri + this.id, CLOSE);
    return super.close();
  }
}
