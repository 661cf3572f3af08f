import type { Context, Next } from 'koa';

import { refuse } from '../controllers/refuse';

const CONTENT_MANAGER = /^\/content-manager\//i;
const OURS = 'plugin::attendance.';

/**
 * Refuses the Content Manager's API for the plugin's content types, as its menu leaves them out, to super admins too. There they would be read past
 * the plugin's permissions, and changed past its rules and its audit log.
 */
export function createRefuseContentManager() {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (CONTENT_MANAGER.test(ctx.path) && namesOurs(ctx)) refuse(ctx, 'forbidden');
    else await next();
  };
}

/** Returns whether a request names a content type of ours, in the path or in the query: which of the two, differs by route. */
function namesOurs({ path, querystring }: Context): boolean {
  const asked = [...path.split('/').map(decoded), ...new URLSearchParams(querystring).values()];
  return asked.some((part) => part.startsWith(OURS));
}

/** Decodes a part of a path as Strapi's router does. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
