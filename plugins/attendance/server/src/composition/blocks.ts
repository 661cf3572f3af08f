import { createBlockStore } from '../adapters/block-store';
import { networkOf } from '../adapters/client-address';
import { createBlocks, type BlockPorts, type Blocks } from '../application/blocks';
import type { InteractionStore } from '../application/ports';
import type { Publisher } from '../application/publisher';
import { createLiftBlock, type LiftBlock } from '../application/visitors/lift-block';
import type { Facts } from '../gateway/facts';
import { toOwnBlock } from '../presenters/block';
import type { Host } from './host';

export interface BlockSide {
  readonly blocks: Blocks;
  readonly liftBlock: LiftBlock;
}

export interface BlockParts extends Pick<BlockPorts, 'attend' | 'audit'> {
  readonly facts: Pick<Facts, 'toVisitor'>;
  readonly interactions: InteractionStore;
  readonly publisher: Publisher;
}

/** Blocks of visitors [A10], with those in force read from the rows. */
export async function openBlocks({ clock, knex }: Host, parts: BlockParts): Promise<BlockSide> {
  const { attend, audit, facts, interactions, publisher } = parts;
  const blocks = createBlocks({
    attend,
    audit,
    clock,
    interactions,
    store: createBlockStore(knex),
    networkOf,
    tellVisitor: (id, block) => facts.toVisitor(id, 'block:changed', { block: toOwnBlock(block) }),
  });
  await blocks.begin();
  return { blocks, liftBlock: createLiftBlock({ blocks, interactions, publisher }) };
}
