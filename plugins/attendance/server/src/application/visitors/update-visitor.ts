import type { VisitorTx } from './rows';
import type { VisitorId } from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';
import type { VisitorChange } from './rows';
import { storeTerms } from './store-terms';

/** Changes what is known of a visitor, or of the one whom they became by a merge meanwhile. */
export function* updateVisitor(tx: VisitorTx, id: VisitorId, change: VisitorChange): Steps<void> {
  const current = yield* tx.visitors.current(id);
  yield* tx.visitors.update(current, change);
  yield* storeTerms(tx, current);
}
