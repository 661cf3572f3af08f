import type { Context, Next } from 'koa';

import type { Media } from '../application/calls/media';
import { allowDeployment } from '../presenters/admin-policy';

const POLICY = 'Content-Security-Policy';

/**
 * Allows the pages of the admin panel the script and frame of the Jitsi deployment in the settings [M3], which Strapi's own policy does not, and only while
 * there is one.
 */
export function createAllowDeployment(adminPath: string, media: () => Pick<Media, 'script'> | null) {
  const folder = adminPath.replace(/\/?$/, '/');
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const policy: unknown = ctx.response.get(POLICY);
    if (typeof policy !== 'string' || policy === '' || !`${ctx.path}/`.startsWith(folder)) return;
    // The widget's frame is below it too where the panel lives at the root, and has a policy of its own.
    if (ctx.path.startsWith('/api/') || ctx.response.is('html') === false) return;
    const scriptUrl = (await media()?.script()) ?? null;
    if (scriptUrl !== null) ctx.set(POLICY, allowDeployment(policy, scriptUrl));
  };
}
