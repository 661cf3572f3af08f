import { useCallback, useEffect, useState } from 'react';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';

import { ERROR_CODES, type ErrorCode } from '../../../plugins/attendance/protocol/errors';

export type Loaded<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly data: Data };

/** Data of an admin route, and the function that asks for it again. */
export function useLoaded<Data>(path: string): readonly [Loaded<Data>, () => void] {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<Loaded<Data>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const settle = (outcome: Loaded<Data>): void => {
      if (isWanted) setLoaded(outcome);
    };
    get<{ data: Data }>(path).then(
      (response) => settle({ state: 'ready', data: response.data.data }),
      () => settle({ state: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [get, path, attempt]);
  const reload = useCallback(() => {
    setLoaded({ state: 'loading' });
    setAttempt((before) => before + 1);
  }, []);
  return [loaded, reload];
}

export type SaveOutcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

/** Sends a change to an admin route; a refusal is an outcome. */
export function useSave<Data>(): (path: string, body: unknown) => Promise<SaveOutcome<Data>> {
  const { put } = useFetchClient();
  return useCallback(
    async (path, body) => {
      try {
        const response = await put<{ data: Data }>(path, body);
        return { ok: true, data: response.data.data };
      } catch (fault) {
        return { ok: false, ...refusalOf(fault) };
      }
    },
    [put],
  );
}

/** Has an admin route do something with what is stored, or add to it; a refusal is an outcome. */
export function useRun<Data>(): (path: string, body?: unknown) => Promise<SaveOutcome<Data>> {
  const { post } = useFetchClient();
  return useCallback(
    async (path, body) => {
      try {
        const response = await post<{ data: Data }>(path, body);
        return { ok: true, data: response.data.data };
      } catch (fault) {
        return { ok: false, ...refusalOf(fault) };
      }
    },
    [post],
  );
}

/** Asks an admin route once more, beside what a page has loaded; a refusal is an outcome. */
export function useRead<Data>(): (path: string) => Promise<SaveOutcome<Data>> {
  const { get } = useFetchClient();
  return useCallback(
    async (path) => {
      try {
        const response = await get<{ data: Data }>(path);
        return { ok: true, data: response.data.data };
      } catch (fault) {
        return { ok: false, ...refusalOf(fault) };
      }
    },
    [get],
  );
}

/** Takes away what an admin route names; a refusal is an outcome. */
export function useRemove(): (path: string) => Promise<SaveOutcome<null>> {
  const { del } = useFetchClient();
  return useCallback(
    async (path) => {
      try {
        await del(path);
        return { ok: true, data: null };
      } catch (fault) {
        return { ok: false, ...refusalOf(fault) };
      }
    },
    [del],
  );
}

export function refusalOf(fault: unknown): { code: ErrorCode; message: string } {
  // No answer at all: the server is not to be reached.
  if (!isFetchError(fault)) return { code: 'unavailable', message: '' };
  const error = fault.response?.data.error as { code?: unknown; message?: string } | undefined;
  const code = ERROR_CODES.find((known) => known === error?.code) ?? 'internal';
  return { code, message: error?.message ?? '' };
}
