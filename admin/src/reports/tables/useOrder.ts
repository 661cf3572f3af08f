import { useSearchParams } from 'react-router-dom';

import { pressed, type Order } from './sort-rows';

/** Returns the order of a table of figures, which stands in the address too. */
export function useOrder(
  keys: readonly string[],
  first: Order,
  isText: (key: string) => boolean,
): readonly [Order, (key: string) => void] {
  const [search, setSearch] = useSearchParams();
  const key = keys.find((each) => each === search.get('by'));
  const order: Order =
    key === undefined
      ? first
      : { key, order: search.get('order') === 'ascending' ? 'ascending' : 'descending' };
  const sortBy = (by: string): void => {
    const next = pressed(order, by, isText(by));
    const changed = new URLSearchParams(search);
    changed.set('by', next.key);
    changed.set('order', next.order);
    setSearch(changed, { replace: true });
  };
  return [order, sortBy];
}
