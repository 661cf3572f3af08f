import { useState } from 'react';

import type { ErrorCode } from '../../../../plugins/attendance/protocol/shared/errors';
import type { Outcome } from '../../strapi/request';
import { send } from '../data/send';

export interface Entry {
  readonly id: number;
  readonly version: number;
}

export type DraftOf<Entity extends Entry> = Omit<Entity, 'id' | 'version'>;

/** Last act, as long as it can be undone; or why it was refused. */
export type Notice<Entity> =
  | { readonly kind: 'deleted' | 'archived' | 'in-use'; readonly entity: Entity }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

export interface CollectionApi<Entity extends Entry> {
  readonly entries: readonly Entity[];
  readonly notice: Notice<Entity> | null;
  dismiss(): void;
  /** Both return the code of the refusal, or null. */
  create(draft: DraftOf<Entity>): Promise<ErrorCode | null>;
  update(entity: Entity): Promise<ErrorCode | null>;
  remove(entity: Entity): Promise<void>;
  archive(entity: Entity, isArchived: boolean): Promise<void>;
  undo(): Promise<void>;
  /** Fetches the list again: somebody else may have changed it. */
  refresh(): Promise<void>;
  /** Replaces the whole list by a route's response. */
  replace(entries: readonly Entity[]): void;
}

export function draftOf<Entity extends Entry>({ id: _, version: __, ...draft }: Entity): DraftOf<Entity> {
  return draft;
}

/** Returns a list behind admin routes: a stored entry shows at once, and a deleted one can be restored. */
export function useCollection<Entity extends Entry>(
  path: string,
  initial: readonly Entity[],
): CollectionApi<Entity> {
  const [entries, setEntries] = useState(initial);
  const [notice, setNotice] = useState<Notice<Entity> | null>(null);

  const accept = (outcome: Outcome<Entity>): ErrorCode | null => {
    if (!outcome.ok) return outcome.code;
    take(outcome.data);
    return null;
  };
  const take = (entity: Entity): void =>
    setEntries((before) =>
      before.some(({ id }) => id === entity.id)
        ? before.map((each) => (each.id === entity.id ? entity : each))
        : [...before, entity],
    );
  const create: CollectionApi<Entity>['create'] = async (draft) => accept(await send('post', path, draft));
  const update: CollectionApi<Entity>['update'] = async ({ id, ...body }) =>
    accept(await send('put', `${path}/${id}`, body));
  const report = (code: ErrorCode | null, done: Notice<Entity> | null): void =>
    setNotice(code === null ? done : { kind: 'refused', code });

  const refresh: CollectionApi<Entity>['refresh'] = async () => {
    const outcome = await send<readonly Entity[]>('get', path);
    if (outcome.ok) setEntries(outcome.data);
    else setNotice({ kind: 'refused', code: outcome.code });
  };

  return {
    entries,
    notice,
    refresh,
    dismiss: () => setNotice(null),
    create,
    update,
    remove: async (entity) => {
      const outcome = await send<unknown>('del', `${path}/${entity.id}`);
      const code = outcome.ok ? null : outcome.code;
      if (outcome.ok) setEntries((before) => before.filter(({ id }) => id !== entity.id));
      if (code === 'conflict') setNotice({ kind: 'in-use', entity });
      else report(code, { kind: 'deleted', entity });
    },
    archive: async (entity, isArchived) => {
      const code = await update({ ...entity, isArchived });
      report(code, isArchived ? { kind: 'archived', entity } : null);
      // Somebody else has changed the entry: the stored one is shown, to be archived as it is.
      if (code === 'conflict') await refresh();
    },
    undo: async () => {
      if (notice === null || notice.kind === 'refused' || notice.kind === 'in-use') return;
      const { entity, kind } = notice;
      const stored = entries.find(({ id }) => id === entity.id);
      const code =
        kind === 'deleted'
          ? await create(draftOf(entity))
          : await update({ ...(stored ?? entity), isArchived: false });
      report(code, null);
    },
    replace: setEntries,
  };
}
