import type { Receipts } from '../../../../protocol/messages/messages';
import type { Side } from '../../../../protocol/schemas/scalars';

/** Raises a side's watermark, no further than the last message and never back; null where that changes nothing [C2]. */
export function raiseWatermark(
  receipts: Receipts,
  side: Side,
  mark: 'delivered' | 'read',
  sequence: number,
): Receipts | null {
  const before = receipts[side];
  const after = {
    delivered: Math.max(before.delivered, sequence),
    read: mark === 'read' ? Math.max(before.read, sequence) : before.read,
  };
  if (after.delivered === before.delivered && after.read === before.read) return null;
  return { ...receipts, [side]: after };
}
