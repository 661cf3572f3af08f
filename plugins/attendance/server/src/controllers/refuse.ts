import type { Context } from 'koa';

import { ERROR_MEANINGS, type ErrorCode } from '../../../protocol/shared/errors';

const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** Responds with a refusal, the one translation of it to HTTP. Returns null, for the caller that has nothing to go on with. */
export function refuse(ctx: Context, code: ErrorCode, message: string = ERROR_MEANINGS[code]): null {
  ctx.status = HTTP_STATUS[code];
  ctx.body = { error: { code, message } };
  return null;
}
