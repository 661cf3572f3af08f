import type { Core } from '@strapi/strapi';

/**
 * Origins whose pages may read Strapi's responses, the admin panel's routes included. `any-with-credentials`: every website may act as the signed-in
 * user, which `strapi::cors` allows when it is written without a configuration; `unknown`: it is a function, which cannot be asked.
 */
export type CorsReach = 'listed' | 'any' | 'any-with-credentials' | 'unknown';

export interface CorsState {
  readonly reach: CorsReach;
  /** Line for config/middlewares, to replace the present `strapi::cors`. */
  readonly line: string;
}

interface CorsConfig {
  readonly origin?: unknown;
  readonly credentials?: unknown;
}

const NAME = 'strapi::cors';
/** An origin that nobody lists: a name that cannot exist (RFC 2606). */
const STRANGER = 'https://stranger.invalid';

/** Returns how the application has `strapi::cors` configured. Source of the defaults: @strapi/core middlewares/cors. */
export async function corsState(strapi: { readonly config: Core.Strapi['config'] }): Promise<CorsState> {
  const list = strapi.config.get<unknown>('middlewares');
  const entry = (Array.isArray(list) ? list : []).find((one) => nameOf(one) === NAME) as unknown;
  const config = ((entry as { config?: unknown } | undefined)?.config ?? {}) as CorsConfig;
  return { reach: await reachOf(config), line: lineFor(ownOrigins(strapi)) };
}

/** Returns the warning to log at the start; null where nothing is wrong. */
export function corsWarning({ line, reach }: CorsState): string | null {
  if (reach !== 'any-with-credentials') return null;
  return (
    'attendance: strapi::cors lets the pages of every website read what whoever is signed in here may read. ' +
    `In config/middlewares, write in its place: ${line} ` +
    'with the addresses of your panel, and of front ends of your own that sign people in. The widget needs none of them.'
  );
}

function nameOf(entry: unknown): unknown {
  return typeof entry === 'string' ? entry : (entry as { name?: unknown } | null)?.name;
}

async function reachOf({ credentials, origin }: CorsConfig): Promise<CorsReach> {
  let origins: unknown = origin;
  try {
    if (typeof origin === 'function') origins = await ask(origin as (ctx: object) => unknown);
  } catch {
    return 'unknown';
  }
  const list = typeof origins === 'string' ? origins.split(',').map((one) => one.trim()) : origins;
  if (Array.isArray(list) && !list.includes('*') && !list.includes(STRANGER)) return 'listed';
  return credentials === false ? 'any' : 'any-with-credentials';
}

/** A function of the application's own decides: it is asked about a stranger, with as much of a request as such functions read. */
function ask(decide: (ctx: object) => unknown): unknown {
  const header = { origin: STRANGER };
  const get = (name: string): string => (name.toLowerCase() === 'origin' ? STRANGER : '');
  const request = { header, headers: header, get, method: 'GET', url: '/', path: '/' };
  return decide({ ...request, request, req: { headers: header, url: '/', method: 'GET' } });
}

/** Returns the configured origins of this Strapi and its admin panel; an example where there are none. */
function ownOrigins({ config }: { readonly config: Core.Strapi['config'] }): readonly string[] {
  const origins = ['server.absoluteUrl', 'admin.absoluteUrl']
    .map((name) => config.get<unknown>(name))
    .flatMap((address) =>
      typeof address === 'string' && /^https?:\/\//.test(address) ? [new URL(address).origin] : [],
    );
  return origins.length > 0 ? [...new Set(origins)] : ['https://cms.example.com'];
}

function lineFor(origins: readonly string[]): string {
  return `{ name: '${NAME}', config: { origin: [${origins.map((origin) => `'${origin}'`).join(', ')}] } }`;
}
