import { getFetchClient, isFetchError } from '@strapi/strapi/admin';

import { ERROR_CODES } from '../../../../plugins/attendance/protocol/shared/errors';
import { createSend, type Client, type Refusal } from './create-send';

export type { Outcome, Refusal } from './create-send';

/** Sends a request by Strapi's own client with its session: the one way from the settings to the server. */
export const send = createSend(openClient, refusalOf);

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
