import type { BlockReader } from '../../application/blocks/blocks';
import type { SqlReader } from '../database/sql';
import { SELECT_BLOCKS, toBlock, type BlockColumns } from './block-table';

const IN_FORCE = `${SELECT_BLOCKS} WHERE b.ended_at IS NULL AND (b.until IS NULL OR b.until > ?) ORDER BY b.id DESC`;

/** Reads blocks outside a transaction. */
export function createBlockReader(reader: SqlReader): BlockReader {
  return {
    inForce: async (now) => (await reader.rows<BlockColumns>(IN_FORCE, now)).map(toBlock),
  };
}
