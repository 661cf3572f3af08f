import { ERROR_MEANINGS, type ErrorCode } from '../../../../protocol/shared/errors';
import type { FaultLog } from './answer';

/** Refuses a connection: the client's `connect_error` carries `data: { code, message }`. */
export class HandshakeError extends Error {
  readonly data: { readonly code: ErrorCode; readonly message: string };

  constructor(code: ErrorCode) {
    super(code);
    this.data = { code, message: ERROR_MEANINGS[code] };
  }
}

/** Returns the error of a failed handshake for the client: its code, and of a fault no more than that it is one. */
export function refuseHandshake(fault: unknown, log: FaultLog): HandshakeError {
  if (fault instanceof HandshakeError) return fault;
  log.error('attendance: a handshake failed', { fault: String(fault) });
  return new HandshakeError('internal');
}
