export interface Gathering<Member> {
  /** No group is larger: a transaction holds up everything else that is stored. */
  readonly most: number;
  /** From a group of this size on there is so much to store that the next one is worth waiting for. */
  readonly crowd: number;
  /** How many times as long as the last writing took the next group then gathers. */
  readonly patience: number;
  /** Stores a group, tells each of its members, and answers how long the writing took, in ms; it never rejects. */
  readonly write: (group: readonly Member[]) => Promise<number>;
}

/** The longest that a group gathers, however slow the disk. */
const GATHER_MAX_MS = 10;

/**
 * What one turn of the event loop brings is written as one group, so that durability costs one sync for many; one group
 * after the other, in the order of arrival. Under load the next one gathers for as long as the last writing took, or longer,
 * so that syncs, for which the process stands still, take no more than half of the time.
 */
export function gather<Member>({
  crowd,
  most,
  patience,
  write,
}: Gathering<Member>): (member: Member) => void {
  const gathered: Member[] = [];
  let isScheduled = false;
  let notBefore = 0;

  const writeNext = async (): Promise<void> => {
    const group = gathered.splice(0, most);
    const tookMs = await write(group);
    notBefore = group.length < crowd ? 0 : performance.now() + Math.min(tookMs * patience, GATHER_MAX_MS);
    isScheduled = false;
    if (gathered.length > 0) schedule();
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    const waitMs = gathered.length >= most ? 0 : notBefore - performance.now();
    if (waitMs <= 0) setImmediate(() => void writeNext());
    else setTimeout(() => void writeNext(), waitMs);
  };
  return (member) => {
    gathered.push(member);
    schedule();
  };
}
