import type { Answer, ErrorCode } from '../../../plugins/attendance/protocol/errors';
import type {
  VisitorCommandData,
  VisitorCommandName,
  VisitorCommandPayload,
} from '../../../plugins/attendance/protocol/events';
import type { VisitorHandshake } from '../../../plugins/attendance/protocol/visitor-events';
import type { FactAction } from '../model/actions';

/** The connection as the rest of the panel sees it. */
export interface Wire {
  /** Never rejects: without a connection, or without an answer in time, it is refused as `unavailable`. */
  command<Name extends VisitorCommandName>(
    name: Name,
    payload: VisitorCommandPayload<Name>,
  ): Promise<Answer<VisitorCommandData<Name>>>;
  /** A hint that may be lost: nobody waits for its answer, and it is dropped without a connection. */
  hint<Name extends VisitorCommandName>(name: Name, payload: VisitorCommandPayload<Name>): void;
  /** Drops the connection, if any, and makes a new one with the handshake as it is now; while the visitor is gone it does nothing. */
  reconnect(): void;
  /** The visitor is gone: says so, and stays without a connection until `comeBack`. */
  leave(): void;
  comeBack(): void;
}

/** What the connection tells, and asks, the rest of the panel. */
export interface WireEvents {
  /** Asked anew for each connection: token and page change. */
  handshake(): VisitorHandshake;
  onFact(fact: FactAction): void;
  onLost(): void;
  /** The server could not be reached; it is tried again by itself. */
  onFailed(): void;
  /** The server does not want this connection. */
  onRefused(code: ErrorCode): void;
}
