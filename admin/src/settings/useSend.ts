import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

import { refusalOf, type SaveOutcome } from './exchange';

/** Asks an admin route to make, change or remove something; a refusal is an outcome. */
export type Send = <Data>(
  method: 'post' | 'put' | 'del',
  path: string,
  body?: unknown,
) => Promise<SaveOutcome<Data>>;

export function useSend(): Send {
  const { del, post, put } = useFetchClient();
  return useCallback<Send>(
    async <Data>(method: 'post' | 'put' | 'del', path: string, body?: unknown) => {
      try {
        const sent =
          method === 'del'
            ? del<{ data: Data }>(path)
            : method === 'put'
              ? put<{ data: Data }>(path, body)
              : post<{ data: Data }>(path, body);
        return { ok: true, data: (await sent).data.data };
      } catch (fault) {
        return { ok: false, ...refusalOf(fault) };
      }
    },
    [del, post, put],
  );
}
