import { createBlockReader } from '../../adapters/blocks/block-reader';
import { networkOf } from '../../adapters/strapi/client-address';
import { createBlocks, type BlockPorts, type Blocks } from '../../application/blocks/blocks';
import { createBlockStore } from '../../application/blocks/block-store';
import type { Database } from '../../application/database/tx';
import type { InteractionStore } from '../../application/interactions/ports';
import type { Publisher } from '../../application/interactions/publisher';
import { createLiftBlock, type LiftBlock } from '../../application/blocks/lift-block';
import type { Facts } from '../../gateway/connection/facts';
import { toOwnBlock } from '../../presenters/block';
import type { Host } from '../host';

export interface BlockSide {
  readonly blocks: Blocks;
  readonly liftBlock: LiftBlock;
}

export interface BlockParts extends Pick<BlockPorts, 'attend' | 'audit'> {
  readonly database: Database;
  readonly facts: Pick<Facts, 'toVisitor'>;
  readonly interactions: InteractionStore;
  readonly publisher: Publisher;
}

/** Blocks of visitors [A10], with those in force read from the rows. */
export async function openBlocks({ clock, sql }: Host, parts: BlockParts): Promise<BlockSide> {
  const { attend, audit, database, facts, interactions, publisher } = parts;
  const blocks = createBlocks({
    attend,
    audit,
    clock,
    interactions,
    store: createBlockStore(database, createBlockReader(sql)),
    networkOf,
    tellVisitor: (id, block) => facts.toVisitor(id, 'block:changed', { block: toOwnBlock(block) }),
  });
  await blocks.begin();
  return { blocks, liftBlock: createLiftBlock({ blocks, interactions, publisher }) };
}
