import type { Context } from 'koa';

import type { Attachment, UploadRefusal } from '../../../protocol/attachments/attachments';
import { ERROR_MEANINGS } from '../../../protocol/shared/errors';
import { UPLOAD_CODES } from '../domain/attachments/upload';
import { refuse } from './refuse';

const BUSY_MS = 2_000;

/** Responds with the refusal of a file; beside its code is the reason, for the screen. */
export function refuseFile(ctx: Context, reason: UploadRefusal): void {
  const code = UPLOAD_CODES[reason];
  refuse(ctx, code);
  const retry = reason === 'busy' ? { retryAfterMs: BUSY_MS } : {};
  ctx.body = { error: { code, message: ERROR_MEANINGS[code], reason, ...retry } };
}

export function refuseForNow(ctx: Context, retryAfterMs: number): void {
  ctx.set('Retry-After', String(Math.ceil(retryAfterMs / 1_000)));
  ctx.status = 429;
  ctx.body = { error: { code: 'rate_limited', message: ERROR_MEANINGS.rate_limited, retryAfterMs } };
}

/** Bytes to be kept or drawn by our own pages, and by nothing else: no browser shows or runs them by their address [Z57]. */
export function sendFile(ctx: Context, { name }: Attachment, content: Buffer): void {
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeName(name)}`);
  ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Cross-Origin-Resource-Policy', 'same-origin');
  ctx.set('Cache-Control', 'private, max-age=3600');
  ctx.vary('Authorization');
  ctx.type = 'application/octet-stream';
  ctx.body = content;
}

/** RFC 8187: what encodeURIComponent leaves and a header's extended value does not allow. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The name comes in a header, for addresses are logged. What is no such text is no name. */
export function givenName(ctx: Context): string {
  try {
    return decodeURIComponent(ctx.get('x-file-name'));
  } catch {
    return '';
  }
}

/** Returns the declared content length; null where there is none. */
export function announcedBytes(ctx: Context): number | null {
  const given = ctx.get('content-length');
  return /^\d+$/.test(given) ? Number(given) : null;
}

export function bearerOf(ctx: Context): string | null {
  return /^Bearer (\S{1,128})$/i.exec(ctx.get('authorization'))?.[1] ?? null;
}
