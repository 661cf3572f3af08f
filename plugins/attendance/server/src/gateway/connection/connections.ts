/** Live connections on this server, by id: several tabs of one person are one person [P6, P7]. */
export interface Connections<Id> {
  /** Adds a connection; returns true for the first one of this person. */
  add(id: Id): boolean;
  /** Removes a connection; returns true when it was the last one. */
  remove(id: Id): boolean;
  has(id: Id): boolean;
}

export function createConnections<Id>(): Connections<Id> {
  const counts = new Map<Id, number>();
  return {
    add: (id) => {
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return count === 1;
    },
    remove: (id) => {
      const count = (counts.get(id) ?? 0) - 1;
      if (count > 0) counts.set(id, count);
      else counts.delete(id);
      return count === 0;
    },
    has: (id) => counts.has(id),
  };
}
