import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'koa';

import { refuse } from '../controllers/refuse';

/** Creates a limit of public HTTP requests per minute and address; `delay` resolves to the milliseconds that the address must wait. */
export function createLimitAddress(delay: (request: IncomingMessage) => Promise<number>) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const delayMs = await delay(ctx.req);
    if (delayMs === 0) return void (await next());
    ctx.set('Retry-After', String(Math.ceil(delayMs / 1_000)));
    refuse(ctx, 'rate_limited');
  };
}
