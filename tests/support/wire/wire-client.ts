import { WebSocket } from 'ws';

/** Address and identity to connect with. */
export interface WireTarget {
  readonly url: string;
  /** Path of the Socket.IO endpoint. */
  readonly path: string;
  /** Namespace of Socket.IO; empty for the default one. */
  readonly namespace: string;
  readonly origin: string;
  readonly auth: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export type AnswerText = string;

/**
 * Speaks Socket.IO's text protocol over one WebSocket, by hand: a load generator must cost less than what it measures.
 * It does not reconnect.
 */
export class WireClient {
  /** Called with every fact as received: `["name",payload]`. */
  onFact: (text: string) => void = () => undefined;
  onClose: () => void = () => undefined;
  private socket: WebSocket | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: AnswerText) => void>();
  private readonly prefix: string;

  constructor(private readonly target: WireTarget) {
    this.prefix = target.namespace === '' ? '' : `${target.namespace},`;
  }

  /** Resolves when the namespace has let the client in. */
  connect(): Promise<void> {
    const { headers, origin, path, url } = this.target;
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}/?EIO=4&transport=websocket`, {
        perMessageDeflate: false,
        skipUTF8Validation: true,
        headers: { ...headers, origin },
      });
      this.socket = socket;
      socket.on('error', reject);
      socket.on('close', () => {
        reject(new Error('closed by the server'));
        this.waiting.clear();
        this.onClose();
      });
      socket.on('message', (data: Buffer) => this.take(data.toString(), resolve, reject));
    });
  }

  /** Sends a command; the response comes as text: `[{"ok":...}]`. */
  command(name: string, payload: object, onAnswer: (answer: AnswerText) => void): void {
    const id = (this.lastId += 1);
    this.waiting.set(id, onAnswer);
    this.socket?.send(`42${this.prefix}${id}${JSON.stringify([name, payload])}`);
  }

  /** Reads nothing more from the connection, and goes on answering pings unseen. */
  stopReading(everyMs: number): void {
    this.socket?.pause();
    const pongs = setInterval(() => this.socket?.send('3'), everyMs);
    this.socket?.once('close', () => clearInterval(pongs));
  }

  /** Cuts the connection without a close frame. */
  cut(): void {
    this.socket?.terminate();
  }

  private take(text: string, connected: () => void, refused: (fault: Error) => void): void {
    // The first digit is Engine.IO's packet type, the second one Socket.IO's.
    switch (text.slice(0, text.startsWith('4') ? 2 : 1)) {
      case '0':
        this.socket?.send(`40${this.prefix}${JSON.stringify(this.target.auth)}`);
        return;
      case '2':
        this.socket?.send('3');
        return;
      case '40':
        connected();
        return;
      case '42':
        this.onFact(text.slice(2 + this.prefix.length));
        return;
      case '43': {
        const from = 2 + this.prefix.length;
        const open = text.indexOf('[', from);
        const id = Number(text.slice(from, open));
        const answer = this.waiting.get(id);
        this.waiting.delete(id);
        answer?.(text.slice(open));
        return;
      }
      case '44':
        refused(new Error(`refused: ${text}`));
        return;
      default:
        return;
    }
  }
}
