import type { Knex } from 'knex';

import { createBlockStore } from '../adapters/block-store';
import { networkOf } from '../adapters/client-address';
import { createBlocks, type BlockPorts, type Blocks } from '../application/blocks';
import type { Facts } from '../gateway/facts';
import { toOwnBlock } from '../presenters/block';

/** Blocks of visitors [A10], with those in force read from the rows. */
export async function openBlocks(
  knex: Knex,
  facts: Pick<Facts, 'toVisitor'>,
  ports: Omit<BlockPorts, 'networkOf' | 'store' | 'tellVisitor'>,
): Promise<Blocks> {
  const blocks = createBlocks({
    ...ports,
    store: createBlockStore(knex),
    networkOf,
    tellVisitor: (id, block) => facts.toVisitor(id, 'block:changed', { block: toOwnBlock(block) }),
  });
  await blocks.begin();
  return blocks;
}
