import { useState } from 'react';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';

import { ERROR_CODES, type ErrorCode } from '../../../../plugins/attendance/protocol/errors';

export interface Entry {
  readonly id: number;
  readonly version: number;
}

export type DraftOf<Entity extends Entry> = Omit<Entity, 'id' | 'version'>;

/** What was done last, as long as it can be taken back; or why it was not done. */
export type Notice<Entity> =
  | { readonly kind: 'deleted' | 'archived' | 'in-use'; readonly entity: Entity }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

export interface CollectionApi<Entity extends Entry> {
  readonly entries: readonly Entity[];
  readonly notice: Notice<Entity> | null;
  dismiss(): void;
  /** Both answer why it was refused, or null. */
  create(draft: DraftOf<Entity>): Promise<ErrorCode | null>;
  update(entity: Entity): Promise<ErrorCode | null>;
  remove(entity: Entity): Promise<void>;
  archive(entity: Entity, isArchived: boolean): Promise<void>;
  undo(): Promise<void>;
  /** Reads the list anew: somebody else may have changed it. */
  refresh(): Promise<void>;
  /** What a route answered as the whole list. */
  replace(entries: readonly Entity[]): void;
}

export function draftOf<Entity extends Entry>({ id: _, version: __, ...draft }: Entity): DraftOf<Entity> {
  return draft;
}

/** A list behind admin routes: what was stored shows at once, and what was taken away can be put back. */
export function useCollection<Entity extends Entry>(
  path: string,
  initial: readonly Entity[],
): CollectionApi<Entity> {
  const { del, get, post, put } = useFetchClient();
  const [entries, setEntries] = useState(initial);
  const [notice, setNotice] = useState<Notice<Entity> | null>(null);

  const run = async (
    send: () => Promise<{ data: { data: Entity } }>,
    accept: (entity: Entity) => void,
  ): Promise<ErrorCode | null> => {
    try {
      accept((await send()).data.data);
      return null;
    } catch (fault) {
      return codeOf(fault);
    }
  };
  const take = (entity: Entity): void =>
    setEntries((before) =>
      before.some(({ id }) => id === entity.id)
        ? before.map((each) => (each.id === entity.id ? entity : each))
        : [...before, entity],
    );
  const create: CollectionApi<Entity>['create'] = (draft) => run(() => post(path, draft), take);
  const update: CollectionApi<Entity>['update'] = ({ id, ...body }) =>
    run(() => put(`${path}/${id}`, body), take);
  const tell = (code: ErrorCode | null, done: Notice<Entity> | null): void =>
    setNotice(code === null ? done : { kind: 'refused', code });

  const refresh: CollectionApi<Entity>['refresh'] = async () => {
    try {
      setEntries((await get<{ data: Entity[] }>(path)).data.data);
    } catch (fault) {
      setNotice({ kind: 'refused', code: codeOf(fault) });
    }
  };

  return {
    entries,
    notice,
    refresh,
    dismiss: () => setNotice(null),
    create,
    update,
    remove: async (entity) => {
      const code = await run(
        () => del(`${path}/${entity.id}`),
        () => setEntries((before) => before.filter(({ id }) => id !== entity.id)),
      );
      if (code === 'conflict') setNotice({ kind: 'in-use', entity });
      else tell(code, { kind: 'deleted', entity });
    },
    archive: async (entity, isArchived) => {
      const code = await update({ ...entity, isArchived });
      tell(code, isArchived ? { kind: 'archived', entity } : null);
      // Somebody else has changed it: what is stored is shown, to be archived as it is.
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
      tell(code, null);
    },
    replace: setEntries,
  };
}

function codeOf(fault: unknown): ErrorCode {
  if (!isFetchError(fault)) return 'unavailable';
  const error = fault.response?.data.error as { code?: unknown } | undefined;
  return ERROR_CODES.find((known) => known === error?.code) ?? 'internal';
}
