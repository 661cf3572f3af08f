import { Manager, type Socket } from 'socket.io-client';

import type { Answer, ErrorCode, ProtocolError } from '../../../plugins/attendance/protocol/errors';
import type {
  VisitorClientEvents,
  VisitorCommandData,
  VisitorCommandName,
  VisitorCommandPayload,
  VisitorServerEvents,
} from '../../../plugins/attendance/protocol/events';
import { NAMESPACE, SOCKET_PATH } from '../../../plugins/attendance/protocol/version';
import type { FactAction } from '../model/actions';
import type { Wire, WireEvents } from './wire';

const ANSWER_WITHIN_MS = 10_000;

/** After the server has closed the connection (it restarts, or is busy): socket.io leaves coming back to us. */
const COME_BACK_AFTER_MS = 2_000;

/** Refusals that another try in a moment may not meet; all others are final for this connection. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['rate_limited', 'unavailable', 'internal']);

/** Command names and payloads are paired by `Wire`; socket.io's own types cannot follow a pair through a type parameter. */
interface LooseSocket {
  emit(name: string, payload: unknown, acknowledge: () => void): void;
  timeout(ms: number): { emitWithAck(name: string, payload: unknown): Promise<unknown> };
}

/** Connects to the origin that served the frame. */
export function openWire(events: WireEvents): Wire {
  const manager = new Manager(location.origin, {
    path: SOCKET_PATH,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
    autoConnect: false,
  });
  const socket: Socket<VisitorServerEvents, VisitorClientEvents> = manager.socket(NAMESPACE.visitor, {
    auth: (give) => give(events.handshake()),
  });
  const loose = socket as unknown as LooseSocket;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;

  function reconnectIn(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), delayMs);
  }

  function reconnect(): void {
    clearTimeout(timer);
    socket.disconnect();
    if (!isGone) socket.connect();
  }

  socket.onAny((type: string, fact: unknown) => events.onFact({ type, fact } as FactAction));
  socket.on('disconnect', (reason) => {
    events.onLost();
    // Spread, so that all visitors of a restarted server do not come back in the same moment.
    if (reason === 'io server disconnect') reconnectIn(COME_BACK_AFTER_MS * (0.5 + Math.random()));
  });
  socket.on('connect_error', (fault: Error & { data?: ProtocolError }) => {
    const refusal = fault.data;
    if (refusal?.code && !PASSING.has(refusal.code)) events.onRefused(refusal.code);
    else {
      events.onFailed();
      // Refused by the server itself: then socket.io does not try again by itself.
      if (!socket.active) reconnectIn(refusal?.retryAfterMs ?? COME_BACK_AFTER_MS);
    }
  });

  socket.connect();

  async function command<Name extends VisitorCommandName>(
    name: Name,
    payload: VisitorCommandPayload<Name>,
  ): Promise<Answer<VisitorCommandData<Name>>> {
    if (!socket.connected) return noAnswer('not connected');
    try {
      const answer = await loose.timeout(ANSWER_WITHIN_MS).emitWithAck(name, payload);
      const given = answer as Answer<VisitorCommandData<Name>>;
      if (given.ok) return given;
      const { blockedUntil, retryAfterMs } = given.error;
      // Told to whoever is refused by their address, and has no tab that could be told.
      if (blockedUntil !== undefined)
        events.onFact({ type: 'block:changed', fact: { block: { until: blockedUntil } } });
      // Of long transcripts only so much is sent at a time: the next page comes later.
      if (name !== 'message:list' || !retryAfterMs) return given;
      await new Promise((resume) => setTimeout(resume, retryAfterMs));
    } catch {
      return noAnswer('no answer');
    }
    return command(name, payload);
  }

  return {
    command,
    hint(name, payload) {
      if (socket.connected) loose.emit(name, payload, () => {});
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

function noAnswer(message: string): Answer<never> {
  return { ok: false, error: { code: 'unavailable', message } };
}
