import type { TransferObstacle } from './transfer-obstacles';

/** Codes that a refused command or request can carry. Closed: a new code does not compile until every map over the codes has it. */
export const ERROR_CODES = [
  'bad_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'rate_limited',
  'unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Meaning of each code for the client that receives it. */
export const ERROR_MEANINGS: Record<ErrorCode, string> = {
  bad_request: 'The payload has the wrong shape, or the protocol version is not served.',
  unauthorized: 'No valid token; sign in (agent) or start again without the token (visitor).',
  forbidden: 'The token is valid, and does not allow this; or the origin is not allowed for the site.',
  not_found: 'It does not exist, or is not yours: the two are not told apart.',
  conflict:
    'The state of things forbids it: the interaction has ended, the settings were changed by somebody else, ...',
  too_large: 'A value is over its limit.',
  rate_limited: 'Too many in a short time. `retryAfterMs` says when to try again.',
  unavailable: 'The service cannot store anything now. Keep the text and try again.',
  internal: 'A fault of the service. `reference` is in its log too.',
};

/** Refusal in a response. `message` is for developers, in English; a screen chooses its text by `code`. */
export interface ProtocolError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Id under which the fault was logged; only with `internal`. */
  readonly reference?: string;
  /** Milliseconds to wait; only with `rate_limited`. */
  readonly retryAfterMs?: number;
  /** Number of interactions that the agent must end first; only with `conflict` of a call [M1]. */
  readonly mustEnd?: number;
  /** Reason; only with `conflict` of a transfer [R15]. */
  readonly obstacle?: TransferObstacle;
  /** End of the block, null for ever; only with `forbidden` for a blocked visitor [A10]. */
  readonly blockedUntil?: number | null;
}

/** Acknowledgement of every command. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: ProtocolError };
