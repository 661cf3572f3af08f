import { request, type Method, type Outcome } from '../../strapi/request';
import { forgetShared } from './shared';

/** Sends a request to an admin route: the one way from the settings to the server. Never rejects: a refusal is an outcome. */
export async function send<Data>(method: Method, path: string, body?: unknown): Promise<Outcome<Data>> {
  const outcome = await request<Data>(method, path, body);
  // Also where it was refused, or its answer was lost: what is shared may be another by now.
  if (method !== 'get') forgetShared();
  return outcome;
}
