import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';

export interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  /** Fault that the server found, in English; empty where it named none. */
  readonly message: string;
}

/** Outcome of a request: the route's response, or the refusal. */
export type Outcome<Data> = { readonly ok: true; readonly data: Data } | Refusal;

export type Method = 'get' | 'post' | 'put' | 'del';

/** A client of the admin routes; it rejects with what the server refuses, and where it cannot be reached. */
export type Client = Readonly<
  Record<Method, <Body>(path: string, body?: unknown) => Promise<{ readonly data: Body }>>
>;

/** Sends a request to an admin route. Never rejects: a refusal is an outcome. */
export type Request = <Data>(method: Method, path: string, body?: unknown) => Promise<Outcome<Data>>;

/** Creates what sends requests by a client, whose rejections become refusals. */
export function createRequest(openClient: () => Client, refusalOf: (fault: unknown) => Refusal): Request {
  return async <Data>(method: Method, path: string, body?: unknown): Promise<Outcome<Data>> => {
    try {
      const { data } = await openClient()[method]<{ data: Data }>(path, body);
      return { ok: true, data: data.data };
    } catch (fault) {
      return refusalOf(fault);
    }
  };
}
