import type { Block, OwnBlock } from '../../../protocol/visitors/blocks';
import type { StoredBlock } from '../application/blocks/blocks';

/** Returns the block as the team sees it: the address itself stays with the service. */
export function toBlock({ address, agentId: _, siteId: __, ...block }: StoredBlock): Block {
  return { ...block, withAddress: address !== null };
}

/** Returns the block as the visitor sees it. */
export function toOwnBlock(block: StoredBlock | null): OwnBlock | null {
  return block === null ? null : { until: block.until };
}
