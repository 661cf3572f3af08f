import type { DeadlineTx } from './deadline-rows';
import type { Transactions } from '../transactions';
import { completePresence, interruptPresence } from '../agents/presence';
import { absenceOf, OUTAGE_FROM_MS } from '../../domain/interactions/outage';
import type { SweepClock } from './sweep-clock-port';
import type { Steps } from '../steps';

/** Interval of written beats, in ms, while somebody is Online and nothing has a deadline: by so much their time may be cut short by a crash. */
const PRESENCE_BEAT_MS = 60_000;

/** What the clock asks before it writes. */
export interface SweepClockReader extends Pick<SweepClock, 'hasDeadlines'> {
  isAnybodyOnline(): Promise<boolean>;
}

/** The service's own heartbeat in the database, from which an outage is read [P4]. */
export function createSweepClock(
  database: Transactions<DeadlineTx>,
  { hasDeadlines, isAnybodyOnline }: SweepClockReader,
): SweepClock {
  /** Last beat of this process, which is not written while nothing has a deadline; 0 before the first. */
  let beatenAt = 0;
  /** Last time at which it was written, or looked whether anybody is Online. */
  let lookedAt = 0;

  const isPresenceDue = async (before: number, now: number): Promise<boolean> => {
    if (before === 0) lookedAt = now;
    const wasAway = before > 0 && now - before > OUTAGE_FROM_MS;
    if (!wasAway && now - lookedAt < PRESENCE_BEAT_MS) return false;
    lookedAt = now;
    return isAnybodyOnline();
  };
  return {
    hasDeadlines,
    begin: (now) => database.transact((tx) => begin(tx, now)),
    beat: async (now) => {
      const before = beatenAt;
      beatenAt = now;
      try {
        if (!(await hasDeadlines()) && !(await isPresenceDue(before, now))) return 0;
        const gapMs = await database.transact((tx) => beat(tx, before, now));
        lookedAt = now;
        return gapMs;
      } catch (fault) {
        beatenAt = before;
        throw fault;
      }
    },
    end: async (now) => {
      if (await isAnybodyOnline()) await database.transact((tx) => tx.deadlines.setBeatenAt(now));
    },
  };
}

/** Logs what the service's absence was to those who are Online: a start that comes at once is no outage. */
function* begin(tx: DeadlineTx, now: number): Steps<void> {
  const lastBeat = (yield* tx.deadlines.lockBeatenAt()) ?? 0;
  if (now - lastBeat > OUTAGE_FROM_MS) yield* interruptPresence(tx, lastBeat, now);
  else yield* completePresence(tx, lastBeat, now);
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
  // The absence before a process's first beat was logged when it began.
  if (ownLastBeat > 0) yield* interruptPresence(tx, lastBeat, now);
  return furthest;
}
