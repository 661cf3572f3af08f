import type { SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import { isLive } from '../../domain/interactions/interaction-state';
import type { StoredInteraction } from '../interactions/stored-interaction';
import type { Blocks, StoredBlock } from './blocks';

export interface MaybeBlocked {
  readonly siteId: SiteId;
  /** Null for whoever is not known yet. */
  readonly visitorId: VisitorId | null;
  readonly address: string;
}

/**
 * Returns the block that a visitor's widget shows beside an interaction, or null: one of the address alone does not cut off a visitor
 * whose interaction is live [A10].
 */
export function ownBlock(
  blocks: Pick<Blocks, 'ofContact' | 'ofVisitor'>,
  { address, siteId, visitorId }: MaybeBlocked,
  displayed: StoredInteraction | null,
): StoredBlock | null {
  return displayed !== null && isLive(displayed.interaction)
    ? blocks.ofVisitor(visitorId)
    : blocks.ofContact(siteId, visitorId, address);
}
