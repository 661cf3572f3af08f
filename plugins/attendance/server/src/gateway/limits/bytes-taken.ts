import type { Socket } from 'node:net';

interface Handle {
  readonly bytesWritten?: number;
  readonly writeQueueSize?: number;
}

/**
 * Returns how many bytes of a connection the system has taken so far: it grows with each that leaves, while Node's own figures move only when a whole
 * write is through. The handle is Node's, which detects stalled writes by it too; without one nothing moves.
 */
export function bytesTaken(socket: Socket | null): number {
  const handle = (socket as unknown as { readonly _handle?: Handle | null } | null)?._handle;
  return (handle?.bytesWritten ?? 0) - (handle?.writeQueueSize ?? 0);
}
