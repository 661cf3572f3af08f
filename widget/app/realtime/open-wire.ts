import { Manager } from 'socket.io-client';

import {
  keepConnected,
  RECONNECTION,
  type WireEvents,
  type WireSocket,
} from '../../../plugins/attendance/chat/wire';
import { NAMESPACE, SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';
import type { VisitorHandshake } from '../../../plugins/attendance/protocol/wire/visitor-events';
import type { Wire } from './wire';

/** Connects to the origin that served the frame. `handshake` is called for each connection: token and page change. */
export function openWire(handshake: () => VisitorHandshake, events: WireEvents): Wire {
  const manager = new Manager(location.origin, { ...RECONNECTION, path: SOCKET_PATH, autoConnect: false });
  const socket = manager.socket(NAMESPACE.visitor, { auth: (give) => give(handshake()) });
  const wire: Wire = keepConnected(socket as unknown as WireSocket, events);
  wire.comeBack();
  return wire;
}
