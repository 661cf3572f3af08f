import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

interface NamedRoute {
  readonly handler: string;
}

type Controller = Readonly<Record<string, (ctx: Context, next: Next) => unknown>>;

/**
 * Strapi makes an action of every controller method that a route of the content API names: something to tick for the roles of
 * users-permissions and for API tokens. These routes are open to everybody, and a tick would do nothing: given as functions,
 * they are no actions.
 */
export function withoutActions<Route extends NamedRoute>(strapi: Core.Strapi, routes: readonly Route[]) {
  return routes.map(({ handler, ...route }) => {
    const [name = '', method = ''] = handler.split('.');
    const handle = (ctx: Context, next: Next): unknown => {
      const controller = strapi.plugin('attendance').controller(name) as unknown as Controller;
      return controller[method]?.(ctx, next);
    };
    return { ...route, handler: handle };
  });
}
