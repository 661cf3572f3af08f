import { io } from 'socket.io-client';

import {
  keepConnected,
  RECONNECTION,
  type Wire as ChatWire,
  type WireEvents,
  type WireSocket,
} from '../../../plugins/attendance/chat/wire';
import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import type {
  AgentCommandData,
  AgentCommandName,
  AgentCommandPayload,
} from '../../../plugins/attendance/protocol/wire/events';
import {
  NAMESPACE,
  PROTOCOL_VERSION,
  SOCKET_PATH,
} from '../../../plugins/attendance/protocol/shared/version';

export interface WireOptions extends Pick<WireEvents, 'onFact' | 'onLost' | 'onRefused'> {
  /** Origin of the Strapi server. */
  readonly url: string;
  readonly locale: Locale;
  token(): string | null;
  /** Resolves with a new access token, or null when the session is over. */
  refreshToken(): Promise<string | null>;
}

type Commands = {
  readonly [Name in AgentCommandName]: {
    readonly payload: AgentCommandPayload<Name>;
    readonly data: AgentCommandData<Name>;
  };
};

export interface Wire extends ChatWire<Commands> {
  close(): void;
}

/** Opens the one connection of this tab. It reconnects by itself, with a fresh token when the old one has expired. */
export function openWire({ url, locale, token, refreshToken, onFact, onLost, onRefused }: WireOptions): Wire {
  const socket = io(`${url}${NAMESPACE.agent}`, {
    ...RECONNECTION,
    path: SOCKET_PATH,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    autoConnect: false,
    auth: (give) => give({ protocol: PROTOCOL_VERSION, token: token() ?? '-', locale }),
  });
  const wire: ChatWire<Commands> = keepConnected(socket as unknown as WireSocket, {
    onFact,
    onLost,
    onFailed: onLost,
    onRefused,
    renew: () =>
      refreshToken().then(
        (renewed) => renewed !== null,
        () => false,
      ),
  });

  // A page that is left stays as it is in the browser's memory, with its connections, for as long as one may come back to it.
  const comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) wire.comeBack();
  };
  addEventListener('pagehide', wire.leave);
  addEventListener('pageshow', comeBack);

  wire.comeBack();
  return {
    ...wire,
    close() {
      removeEventListener('pagehide', wire.leave);
      removeEventListener('pageshow', comeBack);
      // No loss is reported: the connection is closed on purpose.
      socket.off();
      wire.leave();
    },
  };
}
