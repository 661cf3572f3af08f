import type { BlockTx } from './rows';
import type { Transactions } from '../transactions';
import type { BlockReader, BlockStore, NewBlock, StoredBlock } from './blocks';
import type { Steps } from '../steps';

/** The blocks: which are in force, and what changes them, each in one transaction. */
export function createBlockStore(database: Transactions<BlockTx>, reader: BlockReader): BlockStore {
  return {
    ...reader,
    add: (block) => database.transact((tx) => addBlock(tx, block)),
    end: (id, now, liftedBy) => database.transact((tx) => tx.blocks.end(id, now, liftedBy)),
  };
}

/** Blocks a visitor, or the one whom they became by a merge meanwhile. An interaction of theirs goes on: retention keeps them. */
export function* addBlock(tx: BlockTx, block: NewBlock): Steps<StoredBlock> {
  const visitorId = yield* tx.visitors.current(block.visitorId);
  if (visitorId === null) throw new Error(`visitor ${block.visitorId} is no more`);
  const id = yield* tx.blocks.insert({ ...block, visitorId });
  return yield* tx.blocks.get(id);
}
