import type { Steps } from '../steps';

/** What becomes due by time alone: a visitor's absence, a ring, a call that was asked for, an agent's lost connection. */
export type DeadlineKind = 'away' | 'ring' | 'call' | 'lost';

export interface Deadline {
  readonly kind: DeadlineKind;
  /** Of the row that has it. */
  readonly id: number;
  /** When it is due, or from when on it is counted. */
  readonly at: number;
  /** When it was set. */
  readonly setAt: number;
}

export interface DeadlineRows {
  /** When the service beat last, for a write: of several who beat at once, each sees the one before it. Null before the first. */
  lockBeatenAt(): Steps<number | null>;
  setBeatenAt(at: number): Steps<void>;
  /** Those that still count, for a write. */
  lockAll(): Steps<Deadline[]>;
  move(deadline: Deadline, at: number): Steps<void>;
}

/** Rows of a transaction that moves deadlines. */
export interface DeadlineTx {
  readonly deadlines: DeadlineRows;
}
