import type { Context, Next } from 'koa';

import { stopReading } from '../controllers/read-content';
import { refuse } from '../controllers/refuse';

/**
 * Strapi writes the files of a multipart body into a folder before anybody asks who sent them, and forgets those under other names than
 * `files`. No route of ours takes one: it is refused before it is read. To be used around Strapi's own.
 */
export function createRefuseMultipart(restPrefix: string) {
  const folders = [`${restPrefix}/attendance/`, '/attendance/'].map((folder) => folder.toLowerCase());
  return async (ctx: Context, next: Next): Promise<void> => {
    const path = ctx.path.toLowerCase();
    if (!folders.some((folder) => path.startsWith(folder)) || !ctx.is('multipart'))
      return void (await next());
    refuse(ctx, 'bad_request', 'body: no route of this service takes multipart/form-data');
    ctx.set('Connection', 'close');
    stopReading(ctx.req);
  };
}
