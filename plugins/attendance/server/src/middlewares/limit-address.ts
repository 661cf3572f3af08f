import type { Context, Next } from 'koa';

import { refuse } from '../controllers/refuse';
import type { AddressLimits } from '../gateway/address-limits';

/** Public HTTP: so many requests a minute from one address. Strapi resolves the address (`server.proxy`). */
export function createLimitAddress(limits: () => AddressLimits) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const delayMs = await limits().take('http', ctx.ip);
    if (delayMs === 0) return void (await next());
    ctx.set('Retry-After', String(Math.ceil(delayMs / 1_000)));
    refuse(ctx, 'rate_limited');
  };
}
