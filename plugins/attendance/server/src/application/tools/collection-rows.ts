import type { Steps } from '../steps';

/** A list that admins keep, as rows with a version; where they have a name, it is unique. */
export interface CollectionRows<Entity, Draft> {
  count(): Steps<number>;
  /** Reads an entry that is about to be written; null where there is none. */
  lock(id: number): Steps<Entity | null>;
  /** Inserts an entry behind the others and returns it; null where its name is taken. */
  insert(draft: Draft): Steps<Entity | null>;
  /** Writes an entry and raises its version, unless that is another by now or the name is taken; returns whether it did. */
  update(id: number, version: number, draft: Draft): Steps<boolean>;
  /** Returns whether an entry is in use. */
  isUsed(id: number): Steps<boolean>;
  delete(id: number): Steps<void>;
}

/** Rows of a list in an order that admins choose. */
export interface OrderedRows {
  /** Returns the ids in that order. */
  ids(): Steps<number[]>;
  setPosition(id: number, position: number): Steps<void>;
}
