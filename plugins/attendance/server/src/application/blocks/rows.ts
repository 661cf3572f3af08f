import type { VisitorRows } from '../visitors/rows';
import type { BlockId } from '../../../../protocol/schemas/ids';
import type { NewBlock, StoredBlock } from './blocks';
import type { Steps } from '../steps';

export interface BlockRows {
  insert(block: NewBlock): Steps<BlockId>;
  /** Reads one that was inserted in this transaction; throws where there is none. */
  get(id: BlockId): Steps<StoredBlock>;
  /** Writes when a block ended, and forgets its address, unless it has ended already. */
  end(id: BlockId, endedAt: number, liftedBy: string | null): Steps<void>;
}

/** Rows of a transaction that changes whom is refused. */
export interface BlockTx {
  readonly blocks: BlockRows;
  readonly visitors: Pick<VisitorRows, 'current'>;
}
