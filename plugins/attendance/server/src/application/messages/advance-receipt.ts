import type { Side } from '../../../../protocol/schemas/scalars';
import type { InteractionStore } from '../interactions/ports';
import type { StoredInteraction } from '../interactions/stored-interaction';
import type { Publisher } from '../interactions/publisher';

export interface AdvanceReceiptPorts {
  readonly interactions: Pick<InteractionStore, 'advanceWatermark'>;
  readonly publisher: Pick<Publisher, 'receiptAdvanced'>;
}

/**
 * Stores how far one side has received or read the messages of its interaction, and notifies both sides [C2]. A report that is behind an earlier one
 * changes nothing.
 */
export type AdvanceReceipt = (
  stored: StoredInteraction,
  side: Side,
  mark: 'delivered' | 'read',
  sequence: number,
) => Promise<void>;

export function createAdvanceReceipt({ interactions, publisher }: AdvanceReceiptPorts): AdvanceReceipt {
  return async (stored, side, mark, sequence) => {
    const { id } = stored.interaction;
    const receipts = await interactions.advanceWatermark(id, side, mark, sequence);
    if (receipts !== null) publisher.receiptAdvanced(stored, side, receipts);
  };
}
