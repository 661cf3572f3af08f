import type { Context } from 'koa';

import type { LiveBoard } from '../application/supervision/board';
import { toBoardSummary } from '../presenters/board';

/** Creates the controller of what the home page shows of the live board [D3]. */
export function createBoardController(board: () => Pick<LiveBoard, 'summary'>) {
  return {
    async summary(ctx: Context): Promise<void> {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: toBoardSummary(await board().summary()) };
    },
  };
}
