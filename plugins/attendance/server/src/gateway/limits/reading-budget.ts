import type { VisitorId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { Budget } from './rate-limits';

/** Bytes of transcripts that one visitor is sent, over all tabs; and one address, behind which there may be a whole office. */
export const READING = {
  visitor: { burst: 524_288, perSecond: 65_536 },
  address: { burst: 4_194_304, perSecond: 524_288 },
} as const satisfies Record<string, Budget>;

/** Reader of transcripts: the visitor's tabs share a budget, and so does their network. */
export interface Reader {
  readonly visitorId: VisitorId;
  readonly address: string;
}

export interface ReadingBudget {
  /**
   * Returns 0 when the reader may be sent a page now, which is then reserved; else the milliseconds until they may. To be followed by `charge` with
   * what came of it.
   */
  take(reader: Reader): number;
  /**
   * Charges the bytes of a reading. They may exceed the budget, for a transcript is whole: then the next one waits longer. `isReserved` where `take`
   * had let it in.
   */
  charge(reader: Reader, bytes: number, isReserved: boolean): void;
  /** Begins a long reading, one at a time per visitor: returns false while there is one. Follow it by `end`. */
  begin(id: VisitorId): boolean;
  end(id: VisitorId): void;
}

export interface ReadingBudgetOptions {
  readonly now: () => number;
  readonly networkOf: (address: string) => string;
  /** Multiply the budgets; 0 lifts one, for load tests. */
  readonly visitorFactor: number;
  readonly addressFactor: number;
}

export function createReadingBudget(options: ReadingBudgetOptions): ReadingBudget {
  const { addressFactor, networkOf, now, visitorFactor } = options;
  const visitors = createBuckets<VisitorId>(READING.visitor, visitorFactor, now);
  const networks = createBuckets<string>(READING.address, addressFactor, now);
  const busy = new Set<VisitorId>();
  return {
    take: ({ address, visitorId }) => {
      const network = networkOf(address);
      const wait = Math.max(visitors.wait(visitorId), networks.wait(network));
      if (wait > 0) return wait;
      visitors.spend(visitorId, LIMITS.transcriptPageBytes);
      networks.spend(network, LIMITS.transcriptPageBytes);
      return 0;
    },
    charge: ({ address, visitorId }, bytes, isReserved) => {
      const due = isReserved ? bytes - LIMITS.transcriptPageBytes : bytes;
      visitors.spend(visitorId, due);
      networks.spend(networkOf(address), due);
    },
    begin: (id) => {
      if (busy.has(id)) return false;
      busy.add(id);
      return true;
    },
    end: (id) => void busy.delete(id),
  };
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets kept before the full ones, which limit nothing, are deleted. */
const KEPT = 1_000;

/** Buckets of bytes that may be overdrawn: whoever owes waits until the debt is paid. */
function createBuckets<Key>({ burst, perSecond }: Budget, factor: number, now: () => number) {
  const most = burst * factor;
  const perMs = (perSecond * factor) / 1_000;
  const buckets = new Map<Key, Bucket>();
  let pruneAt = KEPT;
  const filled = ({ at, tokens }: Bucket): number => Math.min(most, tokens + (now() - at) * perMs);
  const prune = (): void => {
    for (const [key, bucket] of buckets) if (filled(bucket) >= most) buckets.delete(key);
    pruneAt = Math.max(KEPT, 2 * buckets.size);
  };
  return {
    /** Milliseconds until there is something in it. */
    wait: (key: Key): number => {
      const bucket = buckets.get(key);
      if (factor === 0 || bucket === undefined) return 0;
      const tokens = filled(bucket);
      return tokens > 0 ? 0 : Math.max(1, Math.ceil(-tokens / perMs));
    },
    spend: (key: Key, bytes: number): void => {
      if (factor === 0) return;
      const bucket = buckets.get(key);
      buckets.set(key, { tokens: (bucket === undefined ? most : filled(bucket)) - bytes, at: now() });
      if (buckets.size > pruneAt) prune();
    },
  };
}
