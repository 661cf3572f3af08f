import type { Context } from 'koa';
import type { z } from 'zod';

import { blockIdSchema } from '../../../protocol/ids';
import type { Blocks } from '../application/blocks';
import { toBlock } from '../presenters/block';
import { actorOf } from './actor';
import { parseId } from './parse-body';

export interface BlockSide {
  readonly blocks: Pick<Blocks, 'all'>;
  /** Ends it, and tells everybody whom it concerns; the route notes it. */
  lift(id: z.output<typeof blockIdSchema>, byName: string): Promise<void>;
}

/** Who is refused, behind the permission `plugin::attendance.settings` [Z75]. */
export function createBlocksController(side: () => BlockSide) {
  return {
    async list(ctx: Context): Promise<void> {
      ctx.body = { data: side().blocks.all().map(toBlock) };
      return Promise.resolve();
    },
    async lift(ctx: Context): Promise<void> {
      const id = parseId(ctx, blockIdSchema);
      if (id === null) return;
      await side().lift(id, actorOf(ctx).userName);
      ctx.body = { data: {} };
    },
  };
}
