import { ERROR_MEANINGS, type ErrorCode } from '../../../protocol/errors';

/** Refuses a connection: the client's `connect_error` carries `data: { code, message }`. */
export class HandshakeError extends Error {
  readonly data: { readonly code: ErrorCode; readonly message: string };

  constructor(code: ErrorCode) {
    super(code);
    this.data = { code, message: ERROR_MEANINGS[code] };
  }
}
