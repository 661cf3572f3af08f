import type { Transactions } from '../transactions';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';
import type { Collection, CollectionReader } from './tools';
import type { CollectionRows, OrderedRows } from './collection-rows';

const NOT_FOUND = { ok: false, code: 'not_found' } as const;
const CONFLICT = { ok: false, code: 'conflict' } as const;

interface Entry {
  readonly id: number;
  readonly version: number;
}

/** Creates a list that admins keep, of `most` entries at most; `rowsOf` selects its rows of a transaction. */
export function createCollection<Rows, Entity extends Entry, Draft>(
  database: Transactions<Rows>,
  reader: CollectionReader<Entity>,
  rowsOf: (rows: Rows) => CollectionRows<Entity, Draft>,
  most: number,
): Collection<Entity, Draft> {
  return {
    ...reader,
    create: (draft) => database.transact((rows) => create(rowsOf(rows), draft, most)),
    update: (id, update) => database.transact((rows) => change(rowsOf(rows), id, update)),
    remove: (id) => database.transact((rows) => remove(rowsOf(rows), id)),
  };
}

export function* create<Entity, Draft>(
  rows: CollectionRows<Entity, Draft>,
  draft: Draft,
  most: number,
): Steps<Outcome<Entity>> {
  if ((yield* rows.count()) >= most) return { ok: false, code: 'too_large' };
  const entity = yield* rows.insert(draft);
  return entity === null ? CONFLICT : { ok: true, data: entity };
}

export function* change<Entity, Draft>(
  rows: CollectionRows<Entity, Draft>,
  id: number,
  update: Draft & { readonly version: number },
): Steps<Outcome<Entity>> {
  const hasChanged = yield* rows.update(id, update.version, update);
  const entity = yield* rows.lock(id);
  if (entity === null) return NOT_FOUND;
  return hasChanged ? { ok: true, data: entity } : CONFLICT;
}

/** Returns what is gone. */
export function* remove<Entity, Draft>(
  rows: CollectionRows<Entity, Draft>,
  id: number,
): Steps<Outcome<Entity>> {
  const entity = yield* rows.lock(id);
  if (entity === null) return NOT_FOUND;
  if (yield* rows.isUsed(id)) return CONFLICT;
  yield* rows.delete(id);
  return { ok: true, data: entity };
}

/** Puts the entries in this order; those that are not named keep theirs behind them. */
export function* putInOrder(rows: OrderedRows, ids: readonly number[]): Steps<void> {
  const known = yield* rows.ids();
  const order = new Set([...ids.filter((id) => known.includes(id)), ...known]);
  for (const [position, id] of [...order].entries()) yield* rows.setPosition(id, position);
}
