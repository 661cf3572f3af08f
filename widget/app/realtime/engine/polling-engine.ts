import { Socket, type SocketOptions } from 'engine.io-client';

/** The general engine: long polling first, which passes everywhere, then WebSocket if it opens after all. */
export class PollingEngine extends Socket {
  constructor(uri: string, options: Partial<SocketOptions>) {
    super(uri, { ...options, transports: ['polling', 'websocket'] });
  }
}
