import type { Channel } from '../../../../protocol/shared/choices';

interface Waiting {
  readonly channel: Channel;
  readonly department: { readonly id: number } | null;
  readonly waitingSince: number;
  readonly awayUntil: number | null;
}

/** Those who wait for one department, or for anybody. */
export interface Queue<One extends Waiting> {
  readonly department: One['department'];
  readonly waiting: Readonly<Record<Channel, number>>;
  /** Visitors who are away: they keep their place, and wait for nobody meanwhile. */
  readonly away: number;
  /** Request of the present visitor who has waited longest; null where none is present. */
  readonly longestSince: number | null;
}

/** Returns whether an agent has a login that works, and has been here: only those stand on the board without holding anything. */
export function mayAttend({
  isNeverHere,
  isUserGone,
}: {
  readonly isNeverHere: boolean;
  readonly isUserGone: boolean;
}): boolean {
  return !isUserGone && !isNeverHere;
}

/** Groups what belongs together, in the order in which it comes. */
export function groupedBy<One, Key>(
  all: readonly One[],
  keyOf: (one: One) => Key,
): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** Returns the queues of those who wait, longest wait first; those of away visitors alone come last [D3]. */
export function queuesOf<One extends Waiting>(waiting: readonly One[]): Queue<One>[] {
  const byDepartment = groupedBy(waiting, ({ department }) => department?.id ?? null);
  return [...byDepartment.values()].map(queueOf).sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ longestSince }: Pick<Queue<Waiting>, 'longestSince'>): number {
  return longestSince ?? Number.MAX_SAFE_INTEGER;
}

function queueOf<One extends Waiting>(waiting: readonly One[]): Queue<One> {
  const present = waiting.filter(({ awayUntil }) => awayUntil === null);
  const count = (channel: Channel): number => present.filter((one) => one.channel === channel).length;
  return {
    department: waiting[0]?.department ?? null,
    waiting: { chat: count('chat'), voice: count('voice'), video: count('video') },
    away: waiting.length - present.length,
    longestSince: present.length === 0 ? null : Math.min(...present.map(({ waitingSince }) => waitingSince)),
  };
}
