/** Column by which a table is sorted, and which way. */
export interface Order {
  readonly key: string;
  readonly order: 'ascending' | 'descending';
}

/** Returns the order after a press on a column's name: the other way round where it is sorted by it already. */
export function pressed(now: Order, key: string, isText: boolean): Order {
  if (now.key !== key) return { key, order: isText ? 'ascending' : 'descending' };
  return { key, order: now.order === 'ascending' ? 'descending' : 'ascending' };
}

/** Returns rows sorted by a text or number of each; those without one come last, whichever way. Equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => string | number | null,
  order: Order['order'],
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = order === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}
