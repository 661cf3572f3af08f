/** Returns the keys of a record, in its order: a list from which none can be forgotten, since the record would not compile. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
