import type { Answer, ErrorCode, ProtocolError } from '../protocol/shared/errors';
import { isPassing, spread } from './retry';

const ANSWER_WITHIN_MS = 10_000;

/**
 * Longest wait, in ms, before connecting again after the server closed the connection (it restarts, or is busy) or refused it for the moment:
 * socket.io leaves that to its user.
 */
const COME_BACK_WITHIN_MS = 3_000;

/** Delays of socket.io's own reconnection after a loss, in ms; it spreads each by half [Z139]. */
export const RECONNECTION = { reconnectionDelay: 500, reconnectionDelayMax: 8_000 } as const;

/** Maps the name of each command to its payload and to the data of its acknowledgement. */
export type CommandTable = Readonly<Record<string, { readonly payload: unknown; readonly data: unknown }>>;

/** The connection as the rest of a screen sees it. */
export interface Wire<Commands extends CommandTable> {
  /** Sends a command. Never rejects: without a connection, or an acknowledgement in time, it is refused as `unavailable`. */
  command<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['payload'],
  ): Promise<Answer<Commands[Name]['data']>>;
  /** Sends a command that may be lost: its acknowledgement is not waited for, and it is dropped without a connection. */
  hint<Name extends keyof Commands & string>(name: Name, payload: Commands[Name]['payload']): void;
  /** Drops the connection, if any, and makes a new one with the handshake as it is now; does nothing between `leave` and `comeBack`. */
  reconnect(): void;
  /** Ends the connection, and stays without one until `comeBack`. */
  leave(): void;
  comeBack(): void;
}

/** Callbacks of the connection, which notify the rest of a screen and ask it. */
export interface WireEvents {
  onFact(type: string, fact: unknown): void;
  onLost(): void;
  /** The server could not be reached, or wants nobody for the moment; it is tried again by itself. */
  onFailed(): void;
  /** The server does not want this connection: trying again by itself would not help. */
  onRefused(code: ErrorCode): void;
  /** A command was refused. */
  onDenied?(error: ProtocolError): void;
  /**
   * Called when the server no longer knows who this is: renews the session, or gives it up, for one more try [Z139]. Returns false where there is
   * nothing to renew. Never rejects.
   */
  renew(): boolean | Promise<boolean>;
}

/** The part of socket.io-client's socket that is used here; its own types cannot follow a name and its payload through a type parameter. */
export interface WireSocket {
  readonly connected: boolean;
  /** True while socket.io reconnects by itself. */
  readonly active: boolean;
  connect(): void;
  disconnect(): void;
  onAny(listener: (type: string, fact: unknown) => void): void;
  on(name: 'disconnect', listener: (reason: string) => void): void;
  on(name: 'connect_error', listener: (fault: { readonly data?: ProtocolError }) => void): void;
  emit(name: string, payload: unknown, acknowledge: () => void): void;
  timeout(ms: number): { emitWithAck(name: string, payload: unknown): Promise<unknown> };
}

const UNANSWERED = { ok: false, error: { code: 'unavailable', message: 'no answer' } } as const;

/** Keeps a socket connected: it comes back by itself until the server refuses it for good. Whoever made the socket lets it connect. */
export function keepConnected<Commands extends CommandTable>(
  socket: WireSocket,
  events: WireEvents,
): Wire<Commands> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;
  let hasRenewed = false;

  function connect(): void {
    clearTimeout(timer);
    if (!isGone) socket.connect();
  }

  function reconnect(): void {
    hasRenewed = false;
    socket.disconnect();
    connect();
  }

  function connectIn(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(connect, delayMs);
  }

  async function refuse(code: ErrorCode): Promise<void> {
    const canRenew = code === 'unauthorized' && !hasRenewed;
    hasRenewed = true;
    if (canRenew && (await events.renew())) return connect();
    // Who left meanwhile is told of nothing any more.
    if (!isGone) events.onRefused(code);
  }

  socket.onAny((type, fact) => {
    // With any fact it is accepted: the next refusal is another one.
    hasRenewed = false;
    events.onFact(type, fact);
  });
  socket.on('disconnect', (reason) => {
    events.onLost();
    if (reason === 'io server disconnect') connectIn(spread(COME_BACK_WITHIN_MS));
  });
  socket.on('connect_error', ({ data }) => {
    // `refuse` does not reject: `renew` never does.
    if (data && !isPassing(data.code)) void refuse(data.code);
    else {
      events.onFailed();
      if (!socket.active) connectIn(data?.retryAfterMs ?? spread(COME_BACK_WITHIN_MS));
    }
  });

  async function command<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['payload'],
  ): Promise<Answer<Commands[Name]['data']>> {
    if (!socket.connected) return UNANSWERED;
    let answer: Answer<Commands[Name]['data']>;
    try {
      answer = (await socket.timeout(ANSWER_WITHIN_MS).emitWithAck(name, payload)) as typeof answer;
    } catch {
      return UNANSWERED;
    }
    if (answer.ok) return answer;
    events.onDenied?.(answer.error);
    const { retryAfterMs } = answer.error;
    // Of long transcripts only so much is sent at a time: the next page comes later [Z103].
    if (name !== 'message:list' || !retryAfterMs) return answer;
    await new Promise((resume) => setTimeout(resume, retryAfterMs));
    return command(name, payload);
  }

  return {
    command,
    hint(name, payload) {
      if (socket.connected) socket.emit(name, payload, () => {});
    },
    reconnect,
    leave() {
      isGone = true;
      reconnect();
    },
    comeBack() {
      isGone = false;
      reconnect();
    },
  };
}
