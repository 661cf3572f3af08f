import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';

/** Storage key, as older versions have it; in this tab alone, as unsent work is. */
const KEY = 'atende.toldApart';
const PAIRS_MAX = 200;

/** Pairs of visitors whom an agent declared to be two people. */
interface DismissedDuplicates {
  has(agentId: number, one: VisitorId, other: VisitorId): boolean;
  add(agentId: number, one: VisitorId, other: VisitorId): void;
}

/**
 * Keeps dismissed pairs over reloads; the newest only. Ids only, and per agent, so that the next to sign in is shown every
 * hint.
 */
export function createDismissedDuplicates(open: () => Storage = () => sessionStorage): DismissedDuplicates {
  let pairs = read(open);
  return {
    has: (...pair) => pairs.includes(keyOf(...pair)),
    add: (...pair) => {
      const key = keyOf(...pair);
      pairs = [...pairs.filter((each) => each !== key), key].slice(-PAIRS_MAX);
      try {
        open().setItem(KEY, JSON.stringify(pairs));
      } catch {
        /* full or blocked: this page's memory has it */
      }
    },
  };
}

/** Returns the key of a pair, the same from either side. */
function keyOf(agentId: number, one: VisitorId, other: VisitorId): string {
  return `${agentId}:${Math.min(one, other)}/${Math.max(one, other)}`;
}

function read(open: () => Storage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(open().getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
