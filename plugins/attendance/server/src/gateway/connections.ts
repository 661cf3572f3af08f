/** Who has a live connection on this server, by id: several tabs of one person are one person [P6, P7]. */
export interface Connections<Id> {
  /** Answers true for the first connection of this person. */
  add(id: Id): boolean;
  /** Answers true when it was the last one. */
  remove(id: Id): boolean;
  has(id: Id): boolean;
  /** Has a connection, or lost the last one less than `graceMs` ago; after a start, everybody counts for that long. */
  hasOrHadWithin(id: Id, graceMs: number): boolean;
}

export function createConnections<Id>(now: () => number): Connections<Id> {
  const startedAt = now();
  const counts = new Map<Id, number>();
  const lostAt = new Map<Id, number>();
  return {
    add: (id) => {
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      lostAt.delete(id);
      return count === 1;
    },
    remove: (id) => {
      const count = (counts.get(id) ?? 0) - 1;
      if (count > 0) counts.set(id, count);
      else {
        counts.delete(id);
        lostAt.set(id, now());
      }
      return count === 0;
    },
    has: (id) => counts.has(id),
    hasOrHadWithin: (id, graceMs) => {
      if (counts.has(id)) return true;
      const since = lostAt.get(id) ?? startedAt;
      if (now() - since < graceMs) return true;
      lostAt.delete(id);
      return false;
    },
  };
}
