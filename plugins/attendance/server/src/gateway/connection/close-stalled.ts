import type { Socket as TcpSocket } from 'node:net';
import type { Server } from 'socket.io';

import { bytesTaken } from '../limits/bytes-taken';

export interface StallRules {
  /** Most data that may wait behind what is being written to one connection, in characters. */
  readonly mostWaiting: number;
  /** Time in ms in which some of what waits must leave. */
  readonly stallMs: number;
}

export const STALL_RULES: StallRules = { mostWaiting: 1_048_576, stallMs: 20_000 };
const LOOK_MS = 1_000;

/** The connections of Socket.IO as far as they are looked into; long polling has no socket of its own, and moves when nothing waits. */
interface Connection {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { readonly _socket?: TcpSocket | null } };
  close(discard: boolean): unknown;
}

interface Stall {
  /** Bytes that the system had taken when it was last seen to move. */
  taken: number;
  since: number;
}

/**
 * A client that stops reading and goes on answering pings would be kept for ever, and everything that it is sent with it. Looks at all
 * connections once a second, so that no message pays for it: what waits too much, or does not move, is closed. Answers how to stop.
 */
export function closeStalled(
  engine: Server['engine'],
  { mostWaiting, stallMs }: StallRules = STALL_RULES,
): () => void {
  const stalls = new WeakMap<Connection, Stall>();
  const look = (): void => {
    const now = performance.now();
    const { clients } = engine as unknown as { readonly clients: Readonly<Record<string, Connection>> };
    for (const id in clients) {
      const connection = clients[id];
      if (connection === undefined) continue;
      const tcp = connection.transport.socket?._socket ?? null;
      if (connection.writeBuffer.length === 0 && (tcp?.writableLength ?? 0) === 0) {
        stalls.delete(connection);
        continue;
      }
      const taken = bytesTaken(tcp);
      const stall = stalls.get(connection);
      if (stall === undefined || stall.taken !== taken) stalls.set(connection, { taken, since: now });
      const isStalled = stall?.taken === taken && now - stall.since >= stallMs;
      if (isStalled || lengthOf(connection) > mostWaiting) drop(connection, tcp);
    }
  };
  const timer = setInterval(look, Math.min(LOOK_MS, stallMs)).unref();
  return () => clearInterval(timer);
}

function lengthOf({ writeBuffer }: Connection): number {
  return writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
}

/** A farewell would wait behind the rest. */
function drop(connection: Connection, tcp: TcpSocket | null): void {
  if (tcp === null) connection.close(true);
  else tcp.destroy();
}
