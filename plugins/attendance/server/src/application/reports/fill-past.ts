import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';
import type { ReportTx } from './rows';
import { writeReport, type Reportable } from './write-report';

/** Interactions that an older version, or an import, left without report rows. */
export interface PastReports {
  /** Resolves to some that are over and not measured, the newest first, without these. */
  missing(except: ReadonlySet<InteractionId>): Promise<InteractionId[]>;
  /** Measures them in one transaction; those that are gone meanwhile are skipped. */
  measure(ids: readonly InteractionId[]): Promise<void>;
}

/** Counts what is still to be read. */
export interface UnreadReports {
  /** Resolves to how many interactions are over and not measured, without these. */
  unread(except: ReadonlySet<InteractionId>): Promise<number>;
}

interface FillingPorts {
  readonly past: PastReports;
  /** Milliseconds, of whatever beginning. */
  readonly elapsed: () => number;
  /** Returns whether nothing can be stored at the moment, whatever it is. */
  readonly isUnavailable: (fault: unknown) => boolean;
  /** Interactions that were tried and cannot be measured: they are added to it, and left out until the next start. */
  readonly unmeasurable: Set<InteractionId>;
  /** Told of each of them. */
  readonly onUnmeasurable: (id: InteractionId, fault: unknown) => void;
}

/** Time budget per second, in ms: what people write meanwhile waits for one short transaction at most. */
const BUDGET_MS = 100;

/** Brings report rows up to date, for a while: whatever is left is for the next time. */
export function createFilling({
  elapsed,
  isUnavailable,
  onUnmeasurable,
  past,
  unmeasurable,
}: FillingPorts): () => Promise<void> {
  const measureEach = async (ids: readonly InteractionId[]): Promise<void> => {
    for (const id of ids)
      try {
        await past.measure([id]);
      } catch (fault) {
        if (isUnavailable(fault)) throw fault;
        unmeasurable.add(id);
        onUnmeasurable(id, fault);
      }
  };
  return async () => {
    const since = elapsed();
    while (elapsed() - since < BUDGET_MS) {
      const ids = await past.missing(unmeasurable);
      if (ids.length === 0) return;
      // One that is broken is found by itself, and holds up no other.
      await past.measure(ids).catch(() => measureEach(ids));
    }
  };
}

/** Rows of a transaction that measures past interactions. */
export interface PastTx extends ReportTx {
  readonly interactions: { lock(id: InteractionId): Steps<Reportable | null> };
}

/** Measures past interactions as they would have been at their end. Until a supervisor could end one, nobody but its agent did. */
export function* measurePast(tx: PastTx, ids: readonly InteractionId[]): Steps<void> {
  // In the order in which everybody locks several of them.
  for (const id of [...ids].sort((one, other) => one - other)) {
    const stored = yield* tx.interactions.lock(id);
    if (stored !== null) yield* writeReport(tx, stored);
  }
}
