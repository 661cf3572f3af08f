import type { InteractionTx } from './rows';
import type { Receipts } from '../../../../protocol/messages/messages';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import { raiseWatermark } from '../../domain/messages/receipts';
import type { Steps } from '../steps';

/** Raises what a side has received or read; null where nothing changed, or there is no such interaction. */
export function* advanceWatermark(
  tx: InteractionTx,
  id: InteractionId,
  side: Side,
  mark: 'delivered' | 'read',
  sequence: number,
): Steps<Receipts | null> {
  const stored = yield* tx.interactions.lock(id);
  if (stored === null) return null;
  const reached = Math.min(sequence, stored.lastSequence);
  const receipts = raiseWatermark(stored.receipts, side, mark, reached);
  if (receipts !== null) yield* tx.interactions.update(id, { receipts });
  return receipts;
}
