import type { VisitorId } from '../../../../protocol/schemas/ids';
import { visitorCommands } from '../../../../protocol/wire/visitor-events';
import type { VisitorPresence } from '../../application/attending/visitor-presence';
import { serveCommands, type FaultLog, type Faults } from '../connection/answer';
import { visitorGroup } from '../connection/channel-groups';
import type { Gateway, VisitorSocket } from '../connection/gateway';
import { refuseHandshake } from '../connection/handshake-error';
import { createRateLimits } from '../limits/rate-limits';
import { createMerges } from './merges';
import { readSession, type ReadSessionPorts } from './read-session';
import { sendSnapshot, type SnapshotPorts } from './send-snapshot';
import { createVisitorHandlers, type VisitorCommandPorts } from './visitor-commands';
import type { VisitorSession } from './visitor-session';

interface ConnectionPorts {
  readonly visitorPresence: VisitorPresence;
  /** Multiplies what one connection may do; 0 lifts the limits. */
  readonly connectionLimitFactor: number;
  readonly log: FaultLog;
  readonly isUnavailable: Faults['isUnavailable'];
}

export type ServeVisitorsPorts = ConnectionPorts & ReadSessionPorts & SnapshotPorts & VisitorCommandPorts;

export interface VisitorSide {
  /** Applies a merge to open connections: they go on as the visitor who is kept, and receive their state anew [P6]. */
  merged(goneId: VisitorId, keptId: VisitorId): Promise<void>;
}

/** Serves the namespace /visitor: handshake, snapshot, commands, and away when the last connection is lost [P1]. */
export function serveVisitors(gateway: Gateway, ports: ServeVisitorsPorts): VisitorSide {
  const sessions = new WeakMap<object, VisitorSession>();
  const merges = createMerges();
  const { visitorPresence } = ports;

  gateway.visitors.use((socket, next) => {
    readSession(socket, gateway, ports).then(
      (session) => {
        sessions.set(socket, session);
        next();
      },
      (fault: unknown) => next(refuseHandshake(fault, ports.log)),
    );
  });

  gateway.visitors.on('connection', (socket) => {
    const session = sessions.get(socket);
    if (session === undefined) return void socket.disconnect(true);
    // Made one with another while the handshake went on.
    session.visitorId = merges.current(session.visitorId);
    serveCommands(socket, visitorCommands, createVisitorHandlers(ports, session), {
      ...createRateLimits(ports.now, ports.connectionLimitFactor),
      log: ports.log,
      isUnavailable: ports.isUnavailable,
    });
    socket.on('disconnect', () => {
      ports.calls.left(socket.id).catch((fault: unknown) => {
        ports.log.error('attendance: a seat in a call was not given back', { fault: String(fault) });
      });
      if (session.visitorId === null || !gateway.connectedVisitors.remove(session.visitorId)) return;
      // The next start finds who was here, and charges nobody for the time between.
      if (gateway.isStopping()) return;
      visitorPresence
        .leave(session)
        .catch((fault: unknown) =>
          ports.log.error('attendance: away was not stored', { fault: String(fault) }),
        );
    });
    if (session.visitorId !== null) gateway.connectedVisitors.add(session.visitorId);
    greet(socket, session, visitorPresence.comeBack);
  });

  function greet(
    socket: VisitorSocket,
    session: VisitorSession,
    arrive: VisitorPresence['comeBack' | 'resume'],
  ): void {
    const sent = arrive(session).then(() => sendSnapshot(socket, session, gateway, ports));
    sent.catch((fault: unknown) => {
      ports.log.error('attendance: no snapshot', { fault: String(fault) });
      socket.disconnect(true);
    });
  }

  return {
    merged: async (goneId, keptId) => {
      merges.note(goneId, keptId);
      for (const socket of gateway.visitors.sockets.values()) {
        const session = sessions.get(socket);
        if (session?.visitorId !== goneId && session?.visitorId !== keptId) continue;
        // Not again: a younger one may have taken its place meanwhile.
        session.freshToken = null;
        if (session.visitorId === goneId) {
          session.visitorId = keptId;
          gateway.connectedVisitors.remove(goneId);
          gateway.connectedVisitors.add(keptId);
          await socket.leave(visitorGroup(goneId));
        }
        greet(socket, session, visitorPresence.resume);
      }
    },
  };
}
