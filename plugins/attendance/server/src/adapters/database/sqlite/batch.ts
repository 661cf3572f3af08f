export interface Batching<Member> {
  /** Largest batch: a transaction holds up everything else that is stored. */
  readonly maxSize: number;
  /** Batch size from which the next batch is worth waiting for. */
  readonly adaptiveFrom: number;
  /** Wait before the next batch, as a multiple of the last write's time. */
  readonly waitFactor: number;
  /** Stores a batch, notifies each of its members, and returns how long the writing took, in ms; it never rejects. */
  readonly write: (batch: readonly Member[]) => Promise<number>;
}

/** The longest that a batch waits, however slow the disk. */
const WAIT_MAX_MS = 10;

/**
 * Batches the members of one turn of the event loop, so that durability costs one sync for many; one batch after the other, in the order of arrival.
 * Under load the next one waits for as long as the last write took, or longer, so that syncs, for which the process stands still, take no more than
 * half of the time. Returns the function that adds a member.
 */
export function createBatcher<Member>({
  adaptiveFrom,
  maxSize,
  waitFactor,
  write,
}: Batching<Member>): (member: Member) => void {
  const waiting: Member[] = [];
  let isScheduled = false;
  let notBefore = 0;

  const writeNext = async (): Promise<void> => {
    const batch = waiting.splice(0, maxSize);
    const tookMs = await write(batch);
    notBefore =
      batch.length < adaptiveFrom ? 0 : performance.now() + Math.min(tookMs * waitFactor, WAIT_MAX_MS);
    isScheduled = false;
    if (waiting.length > 0) schedule();
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    const waitMs = waiting.length >= maxSize ? 0 : notBefore - performance.now();
    if (waitMs <= 0) setImmediate(() => void writeNext());
    else setTimeout(() => void writeNext(), waitMs);
  };
  return (member) => {
    waiting.push(member);
    schedule();
  };
}
