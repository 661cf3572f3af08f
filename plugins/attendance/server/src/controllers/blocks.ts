import type { Context } from 'koa';

import { blockIdSchema } from '../../../protocol/schemas/ids';
import type { Blocks } from '../application/blocks/blocks';
import type { LiftBlock } from '../application/blocks/lift-block';
import { toBlock } from '../presenters/block';
import { actorOf } from './actor';
import { parseId } from './parse-body';

export interface BlockSide {
  readonly blocks: Pick<Blocks, 'all'>;
  readonly liftBlock: Pick<LiftBlock, 'byAdmin'>;
}

/** Creates the controller of blocks, behind the permission `plugin::attendance.settings` [Z75]. */
export function createBlocksController(side: () => BlockSide) {
  return {
    async list(ctx: Context): Promise<void> {
      ctx.body = { data: side().blocks.all().map(toBlock) };
      return Promise.resolve();
    },
    async lift(ctx: Context): Promise<void> {
      const id = parseId(ctx, blockIdSchema);
      if (id === null) return;
      await side().liftBlock.byAdmin(id, actorOf(ctx).userName);
      ctx.body = { data: {} };
    },
  };
}
