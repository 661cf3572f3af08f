import type { Knex } from 'knex';

import type { BlockReader } from '../../application/blocks';
import { rowsOf } from '../sqlite-connection';
import { SELECT_BLOCKS, toBlock, type BlockColumns } from './block-table';

const IN_FORCE = `${SELECT_BLOCKS} WHERE b.ended_at IS NULL AND (b.until IS NULL OR b.until > ?) ORDER BY b.id DESC`;

/** What is read of blocks, outside of any transaction of theirs. */
export function createBlockReader(knex: Knex): BlockReader {
  return {
    inForce: async (now) => (await rowsOf<BlockColumns>(knex, IN_FORCE, now)).map(toBlock),
  };
}
