import type { InteractionTx } from './rows';
import { decide } from '../../domain/interactions/interaction';
import type { Steps } from '../steps';

/** Notes every live visitor as away from `now` on: after a start of the service nobody is connected. */
export function* markAllAway(tx: InteractionTx, persistenceMs: number, now: number): Steps<void> {
  for (const { interaction, revision } of yield* tx.interactions.lockLiveAndHere()) {
    const decision = decide(interaction, { kind: 'leave', persistenceMs }, now);
    if (decision.ok) yield* tx.interactions.setAway(interaction.id, decision.interaction, revision + 1);
  }
}
