import type { VisitorTx } from './rows';
import type { Transactions } from '../transactions';
import type { VisitorId } from '../../../../protocol/schemas/ids';
import { TERMS_VERSION, termsOf } from '../../domain/visitors/visitor-terms';
import type { Steps } from '../steps';

/** Makes the terms of a visitor anew, in the transaction that changed them; one who was merged into another has none. */
export function* storeTerms(tx: VisitorTx, id: VisitorId): Steps<void> {
  const visitor = yield* tx.visitors.lock(id);
  yield* tx.terms.replace(id, visitor === null ? [] : termsOf(visitor));
  if (visitor !== null) yield* tx.visitors.update(id, { termsVersion: TERMS_VERSION });
}

/** Visitors per transaction: other writers wait no longer than for these. */
const AT_ONCE = 200;

/** Makes the terms of those who were stored before there were terms, or by older rules: they can be found from now on. */
export async function ensureTerms(database: Transactions<VisitorTx>): Promise<void> {
  for (let made = AT_ONCE; made === AT_ONCE;) made = await database.transact(makeSome);
}

/** Returns for how many it made them. */
function* makeSome(tx: VisitorTx): Steps<number> {
  const ids = yield* tx.visitors.withTermsBefore(TERMS_VERSION, AT_ONCE);
  for (const id of ids) yield* storeTerms(tx, id);
  return ids.length;
}
