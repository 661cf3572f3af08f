import { getFetchClient, isFetchError } from '@strapi/strapi/admin';

import { ERROR_CODES } from '../../../plugins/attendance/protocol/shared/errors';
import { createRequest, type Client, type Refusal } from './create-request';

export type { Method, Outcome, Refusal } from './create-request';

/** Sends a request to an admin route, by Strapi's own client with its session. Never rejects: a refusal is an outcome. */
export const request = createRequest(openClient, refusalOf);

function openClient(): Client {
  const { del, get, post, put } = getFetchClient();
  return { get: (path) => get(path), post, put, del: (path) => del(path) };
}

function refusalOf(fault: unknown): Refusal {
  // Without a response the server cannot be reached.
  if (!isFetchError(fault)) return { ok: false, code: 'unavailable', message: '' };
  const error = fault.response?.data.error as { code?: unknown; message?: string } | undefined;
  const code = ERROR_CODES.find((known) => known === error?.code) ?? 'internal';
  return { ok: false, code, message: error?.message ?? '' };
}
