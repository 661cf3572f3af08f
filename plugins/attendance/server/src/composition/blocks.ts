import type { Knex } from 'knex';

import { sqlOn } from '../adapters/database/sqlite/sql-on';
import { createBlockReader } from '../adapters/blocks/block-reader';
import { networkOf } from '../adapters/client-address';
import { createBlocks, type BlockPorts, type Blocks } from '../application/blocks';
import { createBlockStore } from '../application/blocks/block-store';
import type { Database } from '../application/database';
import { visitorGroup } from '../gateway/channel-groups';
import type { Gateway } from '../gateway/gateway';
import { toOwnBlock } from '../presenters/block';

/** Blocks of visitors [A10], with those in force read from the rows. */
export async function openBlocks(
  knex: Knex,
  { visitors, welcomes }: Pick<Gateway, 'visitors' | 'welcomes'>,
  {
    database,
    ...ports
  }: Omit<BlockPorts, 'networkOf' | 'store' | 'tellVisitor'> & { readonly database: Database },
): Promise<Blocks> {
  const blocks = createBlocks({
    ...ports,
    store: createBlockStore(database, createBlockReader(sqlOn(knex))),
    networkOf,
    tellVisitor: (id, block) => {
      welcomes.wasTold(visitorGroup(id));
      visitors.to(visitorGroup(id)).emit('block:changed', { block: toOwnBlock(block) });
    },
  });
  await blocks.begin();
  return blocks;
}
