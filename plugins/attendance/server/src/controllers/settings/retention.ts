import type { Context } from 'koa';

import { retentionDaysSchema, retentionUpdateSchema } from '../../../../protocol/settings/retention';
import type { Retention } from '../../application/retention/retention';
import { parseBody } from '../parse-body';
import { refuse } from '../refuse';

/** Creates the controller of retention times [X1]. */
export function createRetentionController(retention: () => Retention) {
  return {
    async read(ctx: Context): Promise<void> {
      ctx.body = { data: await retention().get() };
    },
    async update(ctx: Context): Promise<void> {
      const update = parseBody(ctx, retentionUpdateSchema);
      if (update === null) return;
      const outcome = await retention().update(update);
      if (outcome.ok) ctx.body = { data: outcome.data };
      else refuse(ctx, outcome.code);
    },
    async preview(ctx: Context): Promise<void> {
      const days = parseBody(ctx, retentionDaysSchema);
      if (days !== null) ctx.body = { data: await retention().preview(days) };
    },
  };
}
