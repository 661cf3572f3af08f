import { getFetchClient, isFetchError, type FetchResponse } from '@strapi/strapi/admin';

import { ERROR_CODES, type ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';

export interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  /** Fault that the server found, in English; empty where it named none. */
  readonly message: string;
}

/** Outcome of a request: the route's response, or the refusal. */
export type Outcome<Data> = { readonly ok: true; readonly data: Data } | Refusal;

export type Method = 'get' | 'post' | 'put' | 'del';

/** Sends a request to an admin route, by Strapi's own client with its session. Never rejects: a refusal is an outcome. */
export async function request<Data>(method: Method, path: string, body?: unknown): Promise<Outcome<Data>> {
  const client = getFetchClient();
  const requests: Record<Method, () => Promise<FetchResponse<{ data: Data }>>> = {
    get: () => client.get(path),
    post: () => client.post(path, body),
    put: () => client.put(path, body),
    del: () => client.del(path),
  };
  try {
    const { data } = await requests[method]();
    return { ok: true, data: data.data };
  } catch (fault) {
    return refusalOf(fault);
  }
}

function refusalOf(fault: unknown): Refusal {
  // Without a response the server cannot be reached.
  if (!isFetchError(fault)) return { ok: false, code: 'unavailable', message: '' };
  const error = fault.response?.data.error as { code?: unknown; message?: string } | undefined;
  const code = ERROR_CODES.find((known) => known === error?.code) ?? 'internal';
  return { ok: false, code, message: error?.message ?? '' };
}
