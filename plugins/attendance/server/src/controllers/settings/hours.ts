import type { Context } from 'koa';

import { hoursUpdateSchema, type HoursUpdate } from '../../../../protocol/settings/hours';
import type { OpeningHours } from '../../application/settings/hours';
import { parseBody } from '../parse-body';
import { refuse } from '../refuse';

/** Creates the controller of the business hours, with whether it is open now [R13]. */
export function createHoursController(hours: () => OpeningHours) {
  const answer = async (ctx: Context, stored: HoursUpdate): Promise<void> => {
    ctx.body = { data: { ...stored, state: await hours().state() } };
  };
  return {
    async read(ctx: Context): Promise<void> {
      await answer(ctx, await hours().get());
    },
    async update(ctx: Context): Promise<void> {
      const update = parseBody(ctx, hoursUpdateSchema);
      if (update === null) return;
      const outcome = await hours().update(update);
      if (!outcome.ok) return void refuse(ctx, outcome.code);
      await answer(ctx, outcome.data);
    },
  };
}
