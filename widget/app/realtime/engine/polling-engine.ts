import { Socket, type SocketOptions } from 'engine.io-client';

/** The Engine.IO packet that ends a connection. */
const CLOSE = '1';

/** The general engine: long polling first, which passes everywhere, then WebSocket if it opens after all. */
export class PollingEngine extends Socket {
  readonly #uri: string;

  constructor(uri: string, options: Partial<SocketOptions>) {
    super(uri, { ...options, transports: ['polling', 'websocket'] });
    this.#uri = `${uri}${options.path ?? ''}/?EIO=4&transport=polling&sid=`;
  }

  /** Closes the connection; while polling, by a beacon too: a page that goes may still send one, but no request. */
  override close(): this {
    if (this.id && this.transport.name === 'polling') navigator.sendBeacon(this.#uri + this.id, CLOSE);
    return super.close();
  }
}
