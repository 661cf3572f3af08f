import type { Steps } from './steps';

/** Transactions whose work is given `Rows`. */
export interface Transactions<Rows> {
  /**
   * Runs `work` in one transaction. Resolves with its result after COMMIT; rejects with what it threw, or with what kept the
   * transaction from being stored, and then nothing of it was written. `work` may be run twice.
   */
  transact<Result>(work: (rows: Rows) => Steps<Result>): Promise<Result>;
}
