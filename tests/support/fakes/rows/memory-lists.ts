import type {
  CollectionRows,
  OrderedRows,
} from '../../../../plugins/attendance/server/src/application/tools/collection-rows';

/* oxlint-disable require-yield -- nothing waits in memory */

interface Entry {
  readonly id: number;
  readonly version: number;
}

/** A list that admins keep as rows in memory, in its order. */
export interface MemoryList<Entity extends Entry> {
  rows: Entity[];
  /** Ids of the entries in use. */
  readonly used: Set<number>;
}

/** Returns the rows of a list; `nameOf` gives the value of the unique index. */
export function listRows<Entity extends Entry, Draft extends Omit<Entity, 'id' | 'version'>>(
  list: MemoryList<Entity>,
  nameOf: ((entity: Draft | Entity) => string) | null,
): CollectionRows<Entity, Draft> & OrderedRows {
  const find = (id: number): Entity | undefined => list.rows.find((one) => one.id === id);
  const isTaken = (draft: Draft, own: number): boolean =>
    nameOf !== null && list.rows.some((one) => one.id !== own && nameOf(one) === nameOf(draft));
  return {
    *count() {
      return list.rows.length;
    },
    *lock(id) {
      return find(id) ?? null;
    },
    *insert(draft) {
      if (isTaken(draft, 0)) return null;
      const id = Math.max(0, ...list.rows.map((one) => one.id)) + 1;
      const entity = { ...draft, id, version: 0 } as unknown as Entity;
      list.rows.push(entity);
      return entity;
    },
    *update(id, version, draft) {
      const stored = find(id);
      if (stored?.version !== version || isTaken(draft, id)) return false;
      list.rows = list.rows.map((one) =>
        one.id === id ? { ...one, ...draft, id, version: version + 1 } : one,
      );
      return true;
    },
    *isUsed(id) {
      return list.used.has(id);
    },
    *delete(id) {
      list.rows = list.rows.filter((one) => one.id !== id);
    },
    *ids() {
      return list.rows.map(({ id }) => id);
    },
    *setPosition(id, position) {
      const entity = find(id);
      if (entity === undefined) return;
      const others = list.rows.filter((one) => one.id !== id);
      list.rows = [...others.slice(0, position), entity, ...others.slice(position)];
    },
  };
}
