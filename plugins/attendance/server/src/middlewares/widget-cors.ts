import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'koa';

export interface WidgetCorsPorts {
  /** Resolves to whether a site lists this origin. */
  isOriginAllowed(origin: string): Promise<boolean>;
  /** Resolves to the milliseconds that the address behind a request must wait; 0 lets it. */
  delay(request: IncomingMessage): Promise<number>;
}

/** Routes that any page may read: every visitor sees their content, the same for all. */
const OPEN = /^\/(?:widget\.js|widget\/assets\/[^/]+|sites\/[^/]+\/(?:config|panel|pages|triggers))$/;
/** Routes that take a visitor's token: for pages of the sites' listed origins. */
const LISTED = /^\/(?:interactions\/[^/]+\/attachments|attachments\/[^/]+(?:\/thumbnail)?)$/;

const METHODS = 'GET,HEAD,POST';
const HEADERS = 'Authorization,Content-Type,X-File-Name';
const EXPOSED = 'Content-Disposition,Retry-After';
/** Seconds for which a browser need not ask again; an origin that is taken off a list is refused by then. */
const MAX_AGE_SECONDS = '600';

/**
 * Creates the CORS rules of the widget's public routes, never with credentials: they work under the strictest `strapi::cors`, and no laxer one opens
 * them further. To be used around Strapi's own.
 */
export function createWidgetCors(restPrefix: string, ports: () => WidgetCorsPorts | null) {
  const folder = `${restPrefix}/attendance`;
  return async (ctx: Context, next: Next): Promise<void> => {
    const route = ctx.path.startsWith(`${folder}/`) ? ctx.path.slice(folder.length) : '';
    const isOpen = OPEN.test(route);
    const given = ports();
    if (given === null || !(isOpen || LISTED.test(route))) return void (await next());
    const origin = ctx.get('Origin');
    const isPreflight = ctx.method === 'OPTIONS' && ctx.get('Access-Control-Request-Method') !== '';
    const allowed = isOpen ? '*' : await listed(origin, ctx, given);
    if (isPreflight) {
      ctx.status = 204;
      if (allowed !== null) {
        ctx.set('Access-Control-Allow-Methods', METHODS);
        ctx.set('Access-Control-Allow-Headers', HEADERS);
        ctx.set('Access-Control-Max-Age', MAX_AGE_SECONDS);
      }
    } else await next();
    ctx.remove('Access-Control-Allow-Credentials');
    ctx.remove('Access-Control-Allow-Origin');
    if (!isOpen) ctx.vary('Origin');
    if (allowed === null) return;
    ctx.set('Access-Control-Allow-Origin', allowed);
    ctx.set('Access-Control-Expose-Headers', EXPOSED);
  };
}

/** Resolves to the origin where a site lists it. An address over its limit is treated as unlisted: each check costs a reading of the sites. */
async function listed(origin: string, ctx: Context, ports: WidgetCorsPorts): Promise<string | null> {
  if (origin === '' || origin === 'null') return null;
  if (ctx.method === 'OPTIONS' && (await ports.delay(ctx.req)) > 0) return null;
  return (await ports.isOriginAllowed(origin)) ? origin : null;
}
