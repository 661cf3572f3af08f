import { decide } from '../../domain/interaction';
import type { Tx } from '../database';
import type { Steps } from '../steps';

/** Notes every live visitor as away from `now` on: after a start of the service nobody is connected. */
export function* markAllAway(tx: Tx, persistenceMs: number, now: number): Steps<void> {
  for (const id of yield* tx.interactions.liveAndHere()) {
    const stored = yield* tx.interactions.lock(id);
    if (stored === null) continue;
    const decision = decide(stored.interaction, { kind: 'leave', persistenceMs }, now);
    if (decision.ok) yield* tx.interactions.setAway(id, decision.interaction, stored.revision + 1);
  }
}
