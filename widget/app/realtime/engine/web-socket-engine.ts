import { Emitter } from './emitter';

/** The packet types of Engine.IO 4: the first character of each WebSocket frame. */
const OPEN = '0';
const CLOSE = '1';
const PING = '2';
const PONG = '3';
const MESSAGE = '4';

interface Handshake {
  readonly pingInterval: number;
  readonly pingTimeout: number;
}

export interface EngineOptions {
  readonly path: string;
}

interface EngineEvents {
  open: () => void;
  ping: () => void;
  data: (packet: string) => void;
  /** Emitted when the connection could not be opened. */
  error: (fault: Error) => void;
  close: (reason: string) => void;
}

/**
 * An engine that speaks Engine.IO 4 over WebSocket only, with what socket.io-client's manager uses of an engine, at a sixth of
 * the weight of the general one. Where WebSocket is blocked, that one is loaded instead (engine.ts).
 */
export class WebSocketEngine extends Emitter<EngineEvents> {
  readonly #socket: WebSocket;
  #heartbeat: ReturnType<typeof setTimeout> | undefined;
  #patienceMs = 0;
  /** The time in ms at which the connection expires without a ping; checked by the clock, as timers sleep with the device. */
  #expiresAt = Infinity;
  #state: 'opening' | 'open' | 'closed' = 'opening';

  constructor(uri: string, { path }: EngineOptions) {
    super();
    this.#socket = new WebSocket(`${uri.replace(/^http/, 'ws')}${path}/?EIO=4&transport=websocket`);
    this.#socket.onmessage = ({ data }: MessageEvent<string>) => this.#take(data.charAt(0), data.slice(1));
    this.#socket.onclose = () => this.#end('transport close');
    addEventListener('offline', this.#onOffline);
  }

  get transport(): { writable: boolean } {
    return { writable: this.#state === 'open' };
  }

  write(packet: string): void {
    if (this.#state === 'open') this.#socket.send(MESSAGE + packet);
  }

  close(): void {
    this.#end('forced close');
  }

  /** Returns whether the ping is overdue, and then ends the connection; asked before each message, as timers sleep too. */
  _hasPingExpired(): boolean {
    const hasExpired = Date.now() > this.#expiresAt;
    if (hasExpired) setTimeout(() => this.#end('ping timeout'));
    return hasExpired;
  }

  readonly #onOffline = (): void => this.#end('transport close');

  #take(type: string, data: string): void {
    if (type === OPEN) {
      const { pingInterval, pingTimeout } = JSON.parse(data) as Handshake;
      this.#patienceMs = pingInterval + pingTimeout;
      this.#state = 'open';
      this.#rest();
      this.emit('open');
    } else if (type === PING) {
      this.#socket.send(PONG);
      this.#rest();
      this.emit('ping');
    } else if (type === MESSAGE) this.emit('data', data);
    else if (type === CLOSE) this.#end('transport close');
  }

  #rest(): void {
    clearTimeout(this.#heartbeat);
    this.#expiresAt = Date.now() + this.#patienceMs;
    this.#heartbeat = setTimeout(() => this.#end('ping timeout'), this.#patienceMs);
  }

  #end(reason: string): void {
    const wasOpening = this.#state === 'opening';
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    clearTimeout(this.#heartbeat);
    removeEventListener('offline', this.#onOffline);
    this.#socket.close();
    if (wasOpening) this.emit('error', new Error(reason));
    else this.emit('close', reason);
  }
}
