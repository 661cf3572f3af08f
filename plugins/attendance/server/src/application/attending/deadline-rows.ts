import type { PresenceTx } from '../agents/presence';
import type { Steps } from '../steps';

/** Kinds of deadline, which come by time alone: a visitor's absence, a ring, a call that was asked for, an agent's lost connection. */
export type DeadlineKind = 'away' | 'ring' | 'call' | 'lost';

export interface Deadline {
  readonly kind: DeadlineKind;
  /** Id of the row that has the deadline. */
  readonly id: number;
  /** Time at which it is due, or from which it is counted. */
  readonly at: number;
  /** Time at which it was set. */
  readonly setAt: number;
}

export interface DeadlineRows {
  /** Locks and returns the service's last beat: of several who beat at once, each sees the one before it. Null before the first. */
  lockBeatenAt(): Steps<number | null>;
  setBeatenAt(at: number): Steps<void>;
  /** Locks and returns the deadlines that still count. */
  lockAll(): Steps<Deadline[]>;
  move(deadline: Deadline, at: number): Steps<void>;
}

/** Rows of a transaction that notes a beat: it moves deadlines, and logs who was not Online in an outage. */
export interface DeadlineTx extends PresenceTx {
  readonly deadlines: DeadlineRows;
}
