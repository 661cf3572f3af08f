import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

/** Steps around a transfer between this running server and another Strapi. */
export interface TransferSteps {
  /** Called before another Strapi takes this server's data. */
  readonly beforePull: () => Promise<void>;
  /** Called before another Strapi replaces this server's data; never twice without `afterPush` in between. */
  readonly beforePush: () => Promise<void>;
  /** Called when the push is over, whether it succeeded or not. */
  readonly afterPush: () => Promise<void>;
}

interface Route {
  readonly handler: unknown;
  readonly config: { middlewares?: unknown[] };
}

const PULL = 'transfer.runner-pull';
const PUSH = 'transfer.runner-push';

/** Strapi's routes are the process's, and outlive the application that a test starts. */
const added = new WeakSet<object>();

/** Behind Strapi's own check of the transfer token; to be called before it mounts its routes. */
export function aroundTransfers(strapi: Core.Strapi, steps: TransferSteps): void {
  let isReceiving = false;
  const over = async (): Promise<void> => {
    try {
      await steps.afterPush();
    } finally {
      isReceiving = false;
    }
  };
  const onFault = (fault: unknown): void => {
    strapi.log.error('attendance: what was transferred was not taken up; restart the server', {
      fault: String(fault),
    });
  };
  add(strapi, PULL, async (_, next) => {
    await steps.beforePull();
    await next();
  });
  add(strapi, PUSH, async (ctx, next) => {
    if (isReceiving) {
      ctx.throw(409, 'Another transfer into this server is going on');
      return;
    }
    isReceiving = true;
    // Its end is the connection's: nothing else of it is told.
    let hasEnded = false;
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      over().catch(onFault);
    };
    ctx.req.socket.once('close', end);
    try {
      await steps.beforePush();
      await next();
    } catch (fault) {
      end();
      throw fault;
    }
    // Answered as a plain request: there is no WebSocket, and no transfer.
    if (ctx.respond !== false || ctx.req.socket.destroyed) end();
  });
}

type Middleware = (ctx: Context, next: Next) => Promise<void>;

function add(strapi: Core.Strapi, handler: string, middleware: Middleware): void {
  const { routes } = (strapi as unknown as { admin: { routes: Record<string, { routes?: Route[] }> } }).admin;
  const found = Object.values(routes)
    .flatMap((router) => router.routes ?? [])
    .find((route) => route.handler === handler);
  // Without it, what is transferred into the running server is refused by what guards its connection.
  if (found === undefined) {
    strapi.log.warn('attendance: this Strapi has another way to transfer data', { handler });
    return;
  }
  const others = (found.config.middlewares ?? []).filter((one) => !added.has(one as object));
  added.add(middleware);
  found.config.middlewares = [...others, middleware];
}
