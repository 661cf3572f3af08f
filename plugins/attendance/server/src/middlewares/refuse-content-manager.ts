import type { Context, Next } from 'koa';

import { refuse } from '../controllers/refuse';

const CONTENT_MANAGER = /^\/content-manager\//i;
const OURS = 'plugin::attendance.';

/**
 * What the plugin stores is no content that is managed: the Content Manager's API is closed to it as its menu is, to super
 * admins too. There it would be read past the plugin's permissions, and changed past its rules and its record of changes.
 */
export function createRefuseContentManager() {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (CONTENT_MANAGER.test(ctx.path) && namesOurs(ctx)) refuse(ctx, 'forbidden');
    else await next();
  };
}

/** In the path, or in the query: which of the two, differs by route. */
function namesOurs({ path, querystring }: Context): boolean {
  const asked = [...path.split('/').map(decoded), ...new URLSearchParams(querystring).values()];
  return asked.some((part) => part.startsWith(OURS));
}

/** As Strapi's router reads a part of a path. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
