import type { VisitorTx } from './rows';
import type { VisitorId } from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';
import type { VisitorChange } from './rows';
import { storeTerms } from './store-terms';

/** Changes what is known of a visitor, or of the one whom they became by a merge meanwhile. Returns false where there is none of them any more. */
export function* updateVisitor(tx: VisitorTx, id: VisitorId, change: VisitorChange): Steps<boolean> {
  const current = yield* tx.visitors.current(id);
  if (current === null) return false;
  yield* tx.visitors.update(current, change);
  yield* storeTerms(tx, current);
  return true;
}
