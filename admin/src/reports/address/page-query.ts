import { reportInteractionsQuerySchema } from '../../../../plugins/attendance/protocol/reports/report-filter';
import type { ReportSort } from '../../../../plugins/attendance/protocol/reports/report-filter';

/** Place in the list of interactions: its order, and the rows before the page. */
export interface ListPlace {
  readonly sort: ReportSort;
  readonly order: 'ascending' | 'descending';
  readonly offset: number;
}

export const FIRST_PLACE: ListPlace = { sort: 'requestedAt', order: 'descending', offset: 0 };

const { shape } = reportInteractionsQuerySchema;

export function readPlace(search: URLSearchParams): ListPlace {
  const [sort, order, offset] = (['sort', 'order', 'offset'] as const).map(
    (name) => search.get(name) ?? undefined,
  );
  const read = {
    sort: shape.sort.safeParse(sort),
    order: shape.order.safeParse(order),
    offset: shape.offset.safeParse(offset),
  };
  return {
    sort: read.sort.success ? read.sort.data : FIRST_PLACE.sort,
    order: read.order.success ? read.order.data : FIRST_PLACE.order,
    offset: read.offset.success ? read.offset.data : FIRST_PLACE.offset,
  };
}

/** Adds a place to a search; what is as at first is left out. */
export function addPlace(search: URLSearchParams, { offset, order, sort }: ListPlace): URLSearchParams {
  if (sort !== FIRST_PLACE.sort) search.set('sort', sort);
  if (order !== FIRST_PLACE.order) search.set('order', order);
  if (offset !== FIRST_PLACE.offset) search.set('offset', String(offset));
  return search;
}
