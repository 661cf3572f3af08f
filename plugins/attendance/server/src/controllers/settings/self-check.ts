import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';

import type { Health, SelfCheck } from '../../../../protocol/settings/self-check';
import { refuse } from '../refuse';

export interface SelfCheckSide {
  /** Checks the installation now, by the request that asks. */
  check(request: IncomingMessage): Promise<SelfCheck>;
  /** Resolves to whether this bearer is the monitor, or an admin who may change settings; null for an unknown one. */
  mayAsk(token: string): Promise<boolean | null>;
}

const BEARER = /^Bearer (\S{1,4096})$/;

/** Creates the controller of the self-check: whole for the settings page, without any names or addresses for a monitor [F7]. */
export function createSelfCheckController(side: () => SelfCheckSide) {
  return {
    async read(ctx: Context): Promise<void> {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: await side().check(ctx.req) };
    },
    async health(ctx: Context): Promise<void> {
      ctx.set('Cache-Control', 'no-store');
      const [, token = ''] = BEARER.exec(ctx.get('authorization')) ?? [];
      const mayAsk = token === '' ? null : await side().mayAsk(token);
      if (mayAsk !== true) return void refuse(ctx, mayAsk === null ? 'unauthorized' : 'forbidden');
      const { checks, state } = await side().check(ctx.req);
      const health: Health = {
        state,
        checks: checks.map(({ check, finding, state: own }) => ({ check, state: own, finding })),
      };
      ctx.status = state === 'bad' ? 503 : 200;
      ctx.body = { data: health };
    },
  };
}
