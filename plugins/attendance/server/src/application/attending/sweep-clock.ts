import type { DeadlineTx } from './deadline-rows';
import type { Transactions } from '../transactions';
import { absenceOf, OUTAGE_FROM_MS } from '../../domain/interactions/outage';
import type { SweepClock } from './sweep-clock-port';
import type { Steps } from '../steps';

/** The service's own heartbeat in the database, from which an outage is read [P4]. */
export function createSweepClock(
  database: Transactions<DeadlineTx>,
  { hasDeadlines }: Pick<SweepClock, 'hasDeadlines'>,
): SweepClock {
  /** Last beat of this process, which is not written while nothing has a deadline. */
  let beatenAt = 0;
  return {
    hasDeadlines,
    beat: async (now) => {
      const before = beatenAt;
      beatenAt = now;
      try {
        return (await hasDeadlines()) ? await database.transact((tx) => beat(tx, before, now)) : 0;
      } catch (fault) {
        beatenAt = before;
        throw fault;
      }
    },
  };
}

/**
 * Notes a beat, and moves every deadline by the time for which the service was away [P4]. Returns by how many ms the one was
 * moved that was moved furthest.
 */
export function* beat(tx: DeadlineTx, ownLastBeat: number, now: number): Steps<number> {
  const lastBeat = Math.max(ownLastBeat, (yield* tx.deadlines.lockBeatenAt()) ?? 0);
  yield* tx.deadlines.setBeatenAt(now);
  // No deadline's absence is longer: most beats look at none.
  if (now - lastBeat <= OUTAGE_FROM_MS) return 0;
  let furthest = 0;
  for (const deadline of yield* tx.deadlines.lockAll()) {
    const absence = absenceOf(deadline.setAt, lastBeat, now);
    if (absence > 0) yield* tx.deadlines.move(deadline, deadline.at + absence);
    furthest = Math.max(furthest, absence);
  }
  return furthest;
}
