import { io, type Socket } from 'socket.io-client';

import type { Locale } from '../../../plugins/attendance/protocol/entities';
import { ERROR_CODES, type Answer, type ErrorCode } from '../../../plugins/attendance/protocol/errors';
import type {
  AgentClientEvents,
  AgentCommandData,
  AgentCommandName,
  AgentCommandPayload,
  AgentServerEvents,
} from '../../../plugins/attendance/protocol/events';
import { NAMESPACE, PROTOCOL_VERSION, SOCKET_PATH } from '../../../plugins/attendance/protocol/version';

const ANSWER_TIMEOUT_MS = 8_000;
/** After the server closed the connection, or refused it for a while. */
const RETRY_MS = 1_500;

export interface WireOptions {
  /** Origin of the Strapi server. */
  readonly url: string;
  readonly locale: Locale;
  token(): string | null;
  /** A new access token, or null when the session is over. */
  refreshToken(): Promise<string | null>;
  readonly onLost: () => void;
  /** Refused for good: trying again by itself would not help. */
  readonly onRefused: (code: ErrorCode) => void;
}

export interface Wire {
  readonly socket: Socket<AgentServerEvents, AgentClientEvents>;
  /** Never rejects: no answer in time is `unavailable`. */
  command<Name extends AgentCommandName>(
    name: Name,
    payload: AgentCommandPayload<Name>,
  ): Promise<Answer<AgentCommandData<Name>>>;
  retry(): void;
  close(): void;
}

/** The one connection of this tab. It comes back by itself, with a fresh token when the old one ran out. */
export function openWire(options: WireOptions): Wire {
  const socket: Wire['socket'] = io(`${options.url}${NAMESPACE.agent}`, {
    path: SOCKET_PATH,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    auth: (give) =>
      give({ protocol: PROTOCOL_VERSION, token: options.token() ?? '-', locale: options.locale }),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasRefreshed = false;
  const retrySoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), RETRY_MS);
  };

  socket.on('snapshot', () => {
    hasRefreshed = false;
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    options.onLost();
    // A server that restarts says goodbye like one that signs us out: the next handshake tells which it was.
    if (reason === 'io server disconnect') retrySoon();
  });
  socket.on('connect_error', (fault: Error & { data?: { code?: unknown } }) => {
    const code = toErrorCode(fault.data?.code);
    if (code === null) return options.onLost();
    if (code === 'unauthorized' && !hasRefreshed) {
      hasRefreshed = true;
      void options.refreshToken().then(
        (token) => (token === null ? options.onRefused(code) : socket.connect()),
        () => options.onRefused(code),
      );
      return;
    }
    if (code === 'internal' || code === 'unavailable' || code === 'rate_limited') {
      options.onLost();
      return retrySoon();
    }
    options.onRefused(code);
  });

  // A page that is left stays as it is in the browser's memory, with its connections, for as long as one may come back to it.
  const leave = (): void => void socket.disconnect();
  const comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    options.onLost();
    socket.connect();
  };
  addEventListener('pagehide', leave);
  addEventListener('pageshow', comeBack);

  return {
    socket,
    command: (name, payload) => command(socket, name, payload),
    retry: () => {
      hasRefreshed = false;
      socket.connect();
    },
    close: () => {
      clearTimeout(timer);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', comeBack);
      socket.disconnect();
    },
  };
}

async function command<Name extends AgentCommandName>(
  socket: Wire['socket'],
  name: Name,
  payload: AgentCommandPayload<Name>,
): Promise<Answer<AgentCommandData<Name>>> {
  const untyped = socket as unknown as {
    timeout(ms: number): { emitWithAck(name: string, payload: unknown): Promise<unknown> };
  };
  if (!socket.connected) return unanswered();
  let answer: Answer<AgentCommandData<Name>>;
  try {
    answer = (await untyped.timeout(ANSWER_TIMEOUT_MS).emitWithAck(name, payload)) as typeof answer;
  } catch {
    return unanswered();
  }
  const waitMs = answer.ok ? undefined : answer.error.retryAfterMs;
  if (name !== 'message:list' || waitMs === undefined) return answer;
  // Of long transcripts only so much is sent at a time: the next page comes later.
  await new Promise((resume) => setTimeout(resume, waitMs));
  return command(socket, name, payload);
}

function unanswered(): Answer<never> {
  return { ok: false, error: { code: 'unavailable', message: 'no answer' } };
}

function toErrorCode(code: unknown): ErrorCode | null {
  return ERROR_CODES.find((known) => known === code) ?? null;
}
